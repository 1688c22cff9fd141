// The first rows of a list, so that a wrong column is seen before anybody enters.
'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { previewRows } from './preview-rows';

/** Enough for a preview of any list. */
const PREVIEW_BYTES = 16 * 1024;

interface PeoplePreviewProps {
  /** Where there is one, it is what will be sent. */
  file: File | null;
  text: string;
}

export function PeoplePreview({ file, text }: PeoplePreviewProps) {
  const t = useTranslations('entries');
  const head = useHead(file);
  const shown = useDeferredValue(file === null ? text : head);
  const rows = useMemo(() => previewRows(shown), [shown]);
  if (rows.length === 0) return null;
  return (
    <figure className="mt-4">
      <figcaption className="font-medium text-sm">{t('preview')}</figcaption>
      <div className="mt-2 overflow-x-auto rounded-md border">
        <table className="w-full text-left text-xs">
          <tbody>
            {rows.map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
              <tr key={line} className="border-t first:border-t-0">
                {row.slice(0, 6).map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: nor have columns
                  <td key={column} className="max-w-40 truncate px-3 py-1.5 font-mono">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function useHead(file: File | null): string {
  const [head, setHead] = useState('');
  useEffect(() => {
    if (file === null) return;
    let isCurrent = true;
    const show = async () => {
      const text = await file.slice(0, PREVIEW_BYTES).text();
      if (isCurrent) setHead(text);
    };
    void show();
    return () => {
      isCurrent = false;
      setHead('');
    };
  }, [file]);
  return head;
}
