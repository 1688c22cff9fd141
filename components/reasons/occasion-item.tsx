// One occasion: what happened, whether it let the customer in, and why.
'use client';

import { CircleCheck, CircleSlash, Clock } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { MomentDetails } from '@/components/customers/moment-details';
import { cn } from '@/components/ui/cn';
import { CodeBlock } from '@/components/ui/code-block';
import type { Occasion } from '@/lib/core/api/why';
import { FailedTests } from './failed-tests';
import { PassageTrail } from './passage-trail';

export function OccasionItem({ occasion }: { occasion: Occasion }) {
  const t = useTranslations('why.trail');
  const format = useFormatter();
  const { at, event, nodeName, version, failed, passage } = occasion;
  const hasProperties = event !== null && Object.keys(event.properties).length > 0;
  return (
    <li className="flex gap-3 px-5 py-4 max-sm:px-4">
      <VerdictMark verdict={occasion.verdict} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="wrap-anywhere font-medium text-base">{event?.name ?? t('noEvent')}</span>
          <time dateTime={at} className="text-muted text-xs">
            {format.dateTime(new Date(at), 'full')}
          </time>
        </p>
        <p className="wrap-anywhere mt-0.5 text-base">
          {failed.length > 0 ? t('filterFailed', { count: failed.length }) : occasion.reason}
        </p>
        <FailedTests failed={failed} />
        {version !== null && (
          <p className="mt-0.5 text-muted text-xs">
            {nodeName ? t('at', { node: nodeName, version }) : t('version', { version })}
          </p>
        )}
        {hasProperties && (
          <MomentDetails label={t('showEvent')}>
            <CodeBlock title={t('properties')} code={JSON.stringify(event.properties, null, 2)} />
          </MomentDetails>
        )}
        {passage && <PassageTrail passage={passage} />}
      </div>
    </li>
  );
}

function markOf(verdict: Occasion['verdict']) {
  if (verdict === 'entered') return CircleCheck;
  return verdict === 'event-pending' ? Clock : CircleSlash;
}

function VerdictMark({ verdict }: { verdict: Occasion['verdict'] }) {
  const isIn = verdict === 'entered';
  const Icon = markOf(verdict);
  return (
    <Icon
      aria-hidden
      className={cn('mt-0.5 size-5 shrink-0', isIn ? 'text-success-ink' : 'text-warning-ink')}
    />
  );
}
