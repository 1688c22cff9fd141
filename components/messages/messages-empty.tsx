// No messages yet: says where they will come from. None under these filters: says so.
'use client';

import { Mails, SearchX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export function FirstMessage() {
  const t = useTranslations('messages.empty');
  return (
    <EmptyState
      icon={<Mails aria-hidden />}
      title={t('title')}
      description={t('description')}
      action={
        <>
          <Button asChild variant="primary">
            <Link href="/journeys">{t('journeys')}</Link>
          </Button>
          <Button asChild>
            <Link href="/settings/email">{t('providers')}</Link>
          </Button>
        </>
      }
    />
  );
}

export function NoSuchMessages({ onShowAll }: { onShowAll: () => void }) {
  const t = useTranslations('messages');
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={t('emptyFilter.title')}
      description={t('emptyFilter.description')}
      action={<Button onClick={onShowAll}>{t('clearFilter')}</Button>}
    />
  );
}
