// No journeys yet: says how one comes about. No journeys under this filter: says so.
'use client';

import { Plus, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMayWrite } from '@/components/shell/role';
import { useShellCommand } from '@/components/shell/shell-commands';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

const steps = ['trigger', 'steps', 'publish'] as const;
const tints = [
  'border-entry bg-entry-soft text-entry-ink',
  'border-message bg-message-soft text-message-ink',
  'border-person bg-person-soft text-person-ink',
] as const;

export function FirstJourney() {
  const t = useTranslations('journeys.empty');
  const list = useTranslations('journeys');
  const openCommand = useShellCommand();
  const mayWrite = useMayWrite();
  return (
    <EmptyState
      title={t('title')}
      description={t('description')}
      action={
        mayWrite && (
          <Button variant="primary" onClick={() => openCommand('new-journey')}>
            <Plus aria-hidden />
            {list('new')}
          </Button>
        )
      }
    >
      <ol className="relative mt-10 flex max-w-2xl gap-10 text-left max-sm:flex-col max-sm:gap-5">
        <span
          aria-hidden
          className="absolute bg-accent/40 max-sm:top-3 max-sm:bottom-3 max-sm:left-[11px] max-sm:w-0.5 sm:top-[11px] sm:right-24 sm:left-3 sm:h-0.5"
        />
        {steps.map((step, index) => (
          <li key={step} className="relative flex flex-1 gap-3 sm:flex-col">
            <span
              className={`tabular flex size-6 shrink-0 items-center justify-center rounded-full border font-semibold text-xs ${tints[index]}`}
            >
              {index + 1}
            </span>
            <span className="text-muted text-sm">{t(`steps.${step}`)}</span>
          </li>
        ))}
      </ol>
    </EmptyState>
  );
}

export function NoSuchJourneys({ search, onShowAll }: { search: string; onShowAll: () => void }) {
  const t = useTranslations('journeys.emptyFilter');
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={t('title')}
      description={search ? t('search', { search }) : t('state')}
      action={<Button onClick={onShowAll}>{t('action')}</Button>}
    />
  );
}
