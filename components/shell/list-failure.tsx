// A list that could not be read, with the server's own words and a second try.
'use client';

import { CloudAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export function ListFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations('common');
  return (
    <EmptyState
      icon={<CloudAlert aria-hidden />}
      title={t('failed.list')}
      description={error.message || t('failed.description')}
      action={<Button onClick={onRetry}>{t('tryAgain')}</Button>}
    />
  );
}
