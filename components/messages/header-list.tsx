// The extra header lines a message carries.
'use client';

import { useTranslations } from 'next-intl';
import type { JsonObject } from '@/lib/core/json';
import { objectIn } from './content';

export function HeaderList({ content }: { content: JsonObject }) {
  const t = useTranslations('messages.detail');
  const headers = Object.entries(objectIn(content, 'headers'));
  if (headers.length === 0) return <p className="text-muted text-sm">{t('noHeaders')}</p>;
  return (
    <dl className="divide-y rounded-md border font-mono text-xs">
      {headers.map(([name, value]) => (
        <div
          key={name}
          className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-3 px-3 py-2 max-sm:grid-cols-1 max-sm:gap-0.5"
        >
          <dt className="wrap-anywhere text-muted">{name}</dt>
          <dd className="wrap-anywhere">{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
