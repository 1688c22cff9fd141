// A retention report's address: the definition as it was asked for, and what is looked at in it.
import type { RetentionQuery } from '@/lib/core/api/analytics';
import type { RepeatFigure } from '@/lib/core/retention/repeat-condition';

export type Asked = Partial<Record<keyof RetentionQuery | 'show', string | number | undefined>>;

interface Looked {
  /** Null for the average row. */
  period: string | null;
  column: number;
  who?: string;
  group?: string | null;
}

export function peopleAddress(asked: Asked, looked: Looked): string {
  return `/analytics/retention/people?${searchOf({ ...asked, ...looked })}`;
}

/** @param asOf the report's moment, so that the people are those it counted */
export function repeatAddress({ figure, value }: RepeatFigure, asOf: string): string {
  return `/analytics/retention/orders?${searchOf({ figure, value, asOf })}`;
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
