// A retention report's address: the definition as it was asked for, and what is looked at in it.
import type { RetentionQuery } from '@/lib/core/api/analytics';

export type Asked = Partial<Record<keyof RetentionQuery | 'show', string | number | undefined>>;

interface Looked {
  period: string;
  column: number;
  who?: string;
  group?: string | null;
}

export function peopleAddress(asked: Asked, looked: Looked): string {
  return `/analytics/retention/people?${searchOf({ ...asked, ...looked })}`;
}

export function reportAddress(asked: Asked): string {
  return `/analytics/retention?${searchOf(asked)}`;
}

function searchOf(values: object): URLSearchParams {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  );
  return new URLSearchParams(given);
}
