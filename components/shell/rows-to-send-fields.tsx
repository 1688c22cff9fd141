// Where rows are pasted or a file of them is chosen; what is wrong is said beside the one that was used.
'use client';

import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import { FileField } from '@/components/ui/file-field';
import { Textarea } from '@/components/ui/textarea';
import type { RowsToSend } from './use-rows-to-send';

interface RowsToSendFieldsProps {
  rows: RowsToSend;
  pasted: { label: string; hint: string; placeholder?: string };
  fromFile: { label: string; hint?: ReactNode; prompt: string };
}

export function RowsToSendFields({ rows, pasted, fromFile }: RowsToSendFieldsProps) {
  const { text, setText, file, choose } = rows;
  const error = rows.error || undefined;
  return (
    <>
      <Field label={pasted.label} hint={pasted.hint} error={file === null ? error : undefined}>
        <Textarea
          rows={4}
          spellCheck={false}
          className="max-h-40 font-mono text-sm"
          placeholder={pasted.placeholder}
          value={text}
          disabled={file !== null}
          onChange={({ target }) => setText(target.value)}
        />
      </Field>
      <Field label={fromFile.label} hint={fromFile.hint} error={file === null ? undefined : error}>
        <FileField
          accept=".csv,.txt,text/csv,text/plain"
          file={file}
          prompt={fromFile.prompt}
          onFile={choose}
        />
      </Field>
    </>
  );
}
