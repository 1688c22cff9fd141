// An upload from a form: how far it is, what came of it, and the words for what went wrong.
'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { isTooLarge, MAX_UPLOAD_MB, uploadCsv } from '@/lib/queries/upload-csv';

interface Uploading<Reply> {
  /** Whether it was taken; rows that were not are in the report. */
  send: (path: string, file: Blob) => Promise<boolean>;
  /** Share sent so far, 0 to 1; null while nothing is sent. */
  progress: number | null;
  report: Reply | null;
  error: string | null;
  setError: (error: string | null) => void;
}

export function useUpload<Reply>(onDone: () => void): Uploading<Reply> {
  const t = useTranslations('common');
  const [progress, setProgress] = useState<number | null>(null);
  const [report, setReport] = useState<Reply | null>(null);
  const [error, setError] = useState<string | null>(null);
  const send = async (path: string, file: Blob) => {
    setReport(null);
    if (isTooLarge(file)) {
      setError(t('upload.tooLarge', { limit: MAX_UPLOAD_MB }));
      return false;
    }
    setError(null);
    setProgress(0);
    try {
      const result = await uploadCsv<Reply>(path, file, setProgress);
      if (result.ok) setReport(result.value);
      else setError(result.refusal.message);
      onDone();
      return result.ok;
    } catch {
      setError(t('failed.description'));
      return false;
    } finally {
      setProgress(null);
    }
  };
  return { send, progress, report, error, setError };
}
