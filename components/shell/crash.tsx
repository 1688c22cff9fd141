// A surprise: an apology, a reference for the log, and a way to try again. Plain, because every page carries it along.
'use client';

import { useTranslations } from 'next-intl';

export interface CrashProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export function Crash({ error, reset }: CrashProps) {
  const t = useTranslations('common');
  return (
    <div className="flex min-h-[70dvh] flex-col items-center justify-center px-6 text-center">
      <h1 className="font-semibold text-lg">{t('crash.title')}</h1>
      <p className="mt-1 max-w-md text-balance text-muted text-sm">{t('crash.description')}</p>
      <button
        type="button"
        onClick={reset}
        className="mt-5 h-8.5 rounded-sm bg-accent px-3 font-medium text-on-accent text-sm shadow-low hover:bg-accent-hover"
      >
        {t('tryAgain')}
      </button>
      {error.digest && (
        <p className="mt-6 font-mono text-faint text-xs">{t('crash.reference', { digest: error.digest })}</p>
      )}
    </div>
  );
}
