// One attribute's value, as a reader would write it: words as words, numbers with separators, the rest as JSON.
'use client';

import { useFormatter } from 'next-intl';
import type { Json } from '@/lib/core/json';

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

export function AttributeValue({ value }: { value: Json }) {
  const format = useFormatter();
  if (typeof value === 'number')
    return <span className="tabular">{format.number(value, { maximumFractionDigits: 6 })}</span>;
  if (typeof value === 'string' && instant.test(value) && !Number.isNaN(Date.parse(value))) {
    return (
      <time dateTime={value} title={value}>
        {format.dateTime(new Date(value), 'day')}
      </time>
    );
  }
  if (typeof value === 'string') return <span className="wrap-anywhere">{value}</span>;
  return <code className="wrap-anywhere font-mono text-xs">{JSON.stringify(value)}</code>;
}
