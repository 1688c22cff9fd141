// A surprise: an apology, a reference for the log, and a way to try again.
'use client';

import { CloudAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export interface CrashProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export function Crash({ error, reset }: CrashProps) {
  const t = useTranslations('common');
  return (
    <EmptyState
      className="min-h-[70dvh] justify-center"
      icon={<CloudAlert aria-hidden />}
      heading="h1"
      title={t('crash.title')}
      description={t('crash.description')}
      action={
        <Button variant="primary" onClick={reset}>
          {t('tryAgain')}
        </Button>
      }
    >
      {error.digest && (
        <p className="mt-6 font-mono text-faint text-xs">{t('crash.reference', { digest: error.digest })}</p>
      )}
    </EmptyState>
  );
}
