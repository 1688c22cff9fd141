// How many a cell of a report counts, and of how many: what its people can be held against.
import type { RetentionReport } from '@/lib/core/api/analytics';
import type { RetentionCellRef } from '@/lib/core/retention/cell-condition';

export interface BehindCell {
  readonly people: number;
  readonly size: number;
}

/** Null where the report has no such cell, or its period has not begun. */
export function behindCell(
  { groups }: Pick<RetentionReport, 'groups'>,
  { period, column, who, group }: RetentionCellRef,
): BehindCell | null {
  const side = groups.find(({ id }) => id === group);
  if (!side) return null;
  if (who === 'everybody') {
    const meant = side.cohorts.filter(({ start }) => period === null || start === period);
    const size = meant.reduce((sum, cohort) => sum + cohort.size, 0);
    return { people: size, size };
  }
  const cohort = side.cohorts.find(({ start }) => start === period);
  const people = period === null ? side.average[column]?.people : cohort?.cells[column]?.people;
  const size = period === null ? side.average[column]?.size : cohort?.size;
  if (people === undefined || people === null || size === undefined) return null;
  return { people: who === 'missing' ? size - people : people, size };
}
