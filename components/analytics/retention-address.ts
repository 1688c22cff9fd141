// A retention report's address: the definition as it was asked for, and what is looked at in it.
import type { RetentionQuery } from '@/lib/core/api/analytics';
import type { RetentionCellRef } from '@/lib/core/retention/cell-condition';
import type { RepeatFigure } from '@/lib/core/retention/repeat-condition';

export type Asked = Partial<Record<keyof RetentionQuery | 'show', string | number | undefined>>;

interface Looked {
  /** Null for the average row. */
  period: string | null;
  column: number;
  who?: RetentionCellRef['who'];
  group?: string | null;
  /** What the number says that leads there: late events may have made it another since. */
  counted?: number;
}

/** @param moment the report's, so that the people are those it counted */
export function peopleAddress(asked: Asked, looked: Looked, moment: string): string {
  return `/analytics/retention/people?${searchOf({ ...asked, ...looked, moment })}`;
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
