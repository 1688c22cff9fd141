// Something the customer did.
'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { sourceName } from '@/components/events/source-name';
import { CodeBlock } from '@/components/ui/code-block';
import type { EventEntry } from '@/lib/core/api/event';
import type { JsonObject } from '@/lib/core/json';
import { MomentDetails } from './moment-details';
import { pageName } from './page-name';

const lateMs = 60_000;

export function EventMoment({ event }: { event: EventEntry }) {
  const t = useTranslations('customers.timeline');
  const format = useFormatter();
  const source = sourceName(event.source);
  const isLate = Date.parse(event.receivedAt) - Date.parse(event.occurredAt) > lateMs;
  const parts: [string, JsonObject][] = [
    [t('properties'), event.properties],
    [t('traits'), event.traits],
    [t('context'), event.context],
  ];
  const filled = parts.filter(([, value]) => Object.keys(value).length > 0);
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="wrap-anywhere font-medium text-base">{useEventTitle(event)}</span>
        {source && <span className="text-muted text-xs">{t('viaSource', { source })}</span>}
        {isLate && (
          <span className="text-muted text-xs">
            {t('arrivedLater', { time: format.dateTime(new Date(event.receivedAt), 'full') })}
          </span>
        )}
      </p>
      {filled.length > 0 && (
        <MomentDetails label={t('show')}>
          {filled.map(([title, value]) => (
            <CodeBlock key={title} title={title} code={JSON.stringify(value, null, 2)} />
          ))}
        </MomentDetails>
      )}
    </>
  );
}

function useEventTitle({ type, name, properties }: EventEntry): string {
  const t = useTranslations('customers.timeline');
  if (type === 'track') return name;
  if (type === 'page' || type === 'screen') {
    const page = pageName(properties);
    return page === null ? t('nameless', { type }) : t(type, { name: page });
  }
  return t(type === 'identify' ? 'identified' : type);
}
