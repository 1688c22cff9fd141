// No events yet: how to send the first, while the page listens. None under these filters: says so.
'use client';

import { KeyRound, SearchX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { EmptyState } from '@/components/ui/empty-state';
import { segmentSnippet } from './segment-snippet';

export function FirstEvent({ publicUrl }: { publicUrl: string }) {
  const t = useTranslations('events.empty');
  return (
    <EmptyState
      icon={<span className="size-2.5 animate-beat rounded-full bg-person" />}
      title={t('title')}
      description={t('description')}
      action={
        <Button asChild variant="primary">
          <Link href="/settings/keys">
            <KeyRound aria-hidden />
            {t('keys')}
          </Link>
        </Button>
      }
    >
      <CodeBlock
        title={t('snippet')}
        code={segmentSnippet(publicUrl)}
        className="mt-8 w-full max-w-xl text-left"
      />
    </EmptyState>
  );
}

export function NoSuchEvents({ onShowAll }: { onShowAll: () => void }) {
  const t = useTranslations('events.emptyFilter');
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={t('title')}
      description={t('description')}
      action={<Button onClick={onShowAll}>{t('action')}</Button>}
    />
  );
}
