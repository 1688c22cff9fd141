// How many people are at a step now, and how many have passed it. Its height is always there, so nothing jumps.
'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { NodeId } from '@/lib/core/engine/program';
import { useStudio } from './studio-context';

export function CardCounts({ id, waits }: { id: NodeId; waits: boolean }) {
  const t = useTranslations('canvas.counts');
  const format = useFormatter();
  const waiting = useStudio((studio) => studio.counts[id]?.waiting ?? 0);
  const passed = useStudio((studio) => studio.counts[id]?.passed ?? 0);
  return (
    <span className="flex h-7 shrink-0 items-center justify-between gap-2 border-ink/8 border-t px-3.5 text-2xs tabular">
      {waits || waiting > 0 ? (
        <span
          className={cn(
            'flex items-center gap-1.5',
            waiting > 0 ? 'font-medium text-person-ink' : 'text-faint',
          )}
        >
          <span
            aria-hidden
            className={cn('size-1.5 rounded-full', waiting > 0 ? 'animate-beat bg-person' : 'bg-line-strong')}
          />
          {t('waiting', { count: waiting, shown: format.number(waiting, 'compact') })}
        </span>
      ) : (
        <span />
      )}
      <span className="text-muted">
        {t('passed', { count: passed, shown: format.number(passed, 'compact') })}
      </span>
    </span>
  );
}
