// Says of text that it is no number, and which number holds meanwhile: in the Field or line around it, else right behind it.
'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, use, useEffect, useId } from 'react';
import { ReportContext } from '@/components/ui/own-errors';

export interface Left {
  readonly text: string;
  /** What the data holds. */
  readonly meant: number | '';
}

/** @param left the text that is no number, once its field was left */
export function useNumberError(left: Left | null): {
  readonly isWrong: boolean;
  readonly message: ReactNode;
} {
  const sentence = useSentence(left);
  const report = use(ReportContext);
  const id = useId();
  useEffect(() => {
    report?.(id, sentence);
    return () => report?.(id, null);
  }, [report, id, sentence]);
  const isWrong = sentence !== null;
  if (!isWrong || report) return { isWrong, message: null };
  return {
    isWrong,
    message: (
      <span role="alert" className="basis-full text-danger-ink text-xs">
        {sentence}
      </span>
    ),
  };
}

function useSentence(left: Left | null): string | null {
  const t = useTranslations('forms.number');
  const format = useFormatter();
  if (!left) return null;
  const { text, meant } = left;
  if (meant === '') return t('none', { text });
  const kept = format.number(meant, { maximumFractionDigits: 20 });
  return text.trim() === '' ? t('empty', { kept }) : t('kept', { text, kept });
}
