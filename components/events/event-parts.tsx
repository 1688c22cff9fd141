// Everything an event carries, as JSON.
'use client';

import { useTranslations } from 'next-intl';
import { CodeBlock } from '@/components/ui/code-block';
import type { EventEntry } from '@/lib/core/api/event';

export function EventParts({ event }: { event: EventEntry }) {
  const t = useTranslations('events');
  const { properties, traits, context, messageId, source, occurredAt, receivedAt, seq } = event;
  const parts = [
    { title: t('properties'), value: properties },
    { title: t('traits'), value: traits },
    { title: t('context'), value: context },
    { title: t('envelope'), value: { seq, messageId, source, occurredAt, receivedAt } },
  ].filter(({ value }) => Object.keys(value).length > 0);
  return (
    <div className="grid gap-2 px-4 pt-1 pb-4 sm:pl-11 lg:grid-cols-2">
      {parts.map(({ title, value }) => (
        <CodeBlock key={title} title={title} code={JSON.stringify(value, null, 2)} />
      ))}
    </div>
  );
}
