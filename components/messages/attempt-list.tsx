// Each try to hand the message to a provider, and what came of it.
'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { DeliveryEntry } from '@/lib/core/api/message';

const tones: Record<DeliveryEntry['outcome'], BadgeTone> = {
  started: 'info',
  accepted: 'success',
  retry: 'warning',
  rejected: 'danger',
  unknown: 'warning',
};

export function AttemptList({ deliveries }: { deliveries: readonly DeliveryEntry[] }) {
  const t = useTranslations('messages.detail');
  const format = useFormatter();
  if (deliveries.length === 0) return <p className="text-muted text-sm">{t('noAttempts')}</p>;
  return (
    <ol className="divide-y rounded-md border">
      {deliveries.map(({ id, attempt, outcome, detail, startedAt, endedAt }) => (
        <li key={id} className="flex flex-col gap-1 px-4 py-3 text-sm">
          <span className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{t('attempt', { number: attempt })}</span>
            <Badge tone={tones[outcome]}>{t(`outcomes.${outcome}`)}</Badge>
            <time dateTime={startedAt} className="ml-auto text-muted text-xs">
              {format.dateTime(new Date(startedAt), 'full')}
              {endedAt && ` · ${t('took', { ms: Date.parse(endedAt) - Date.parse(startedAt) })}`}
            </time>
          </span>
          {detail && <span className="wrap-anywhere font-mono text-muted text-xs">{detail}</span>}
        </li>
      ))}
    </ol>
  );
}
