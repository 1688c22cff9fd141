// Days, weeks from Monday and months on the wall clock of a zone: where an instant falls, and when a period begins.
import { Temporal } from 'temporal-polyfill';
import { instantOf, zoned } from '../time/zone';
import type { RetentionUnit } from './definition';

/** The first day of a period, as `2026-03-01`. */
export type PeriodStart = string;

export const DAY_MS = 86_400_000;

/** How long a period is on a clock that starts with each person. */
export const elapsedDays: Readonly<Record<RetentionUnit, number>> = { day: 1, week: 7, month: 30 };

/** The period that a date (`2026-03-17`) lies in. */
export function periodOfDate(date: string, unit: RetentionUnit): PeriodStart {
  const day = Temporal.PlainDate.from(date);
  if (unit === 'week') return day.subtract({ days: day.dayOfWeek - 1 }).toString();
  return unit === 'month' ? day.with({ day: 1 }).toString() : day.toString();
}

/** The period that an instant (ms) lies in. */
export function periodOf(instant: number, unit: RetentionUnit, zone: string): PeriodStart {
  return periodOfDate(zoned(instant, zone).toPlainDate().toString(), unit);
}

const added = (unit: RetentionUnit, count: number) =>
  ({ day: { days: count }, week: { weeks: count }, month: { months: count } })[unit];

export function addPeriods(start: PeriodStart, unit: RetentionUnit, count: number): PeriodStart {
  return Temporal.PlainDate.from(start).add(added(unit, count)).toString();
}

/** How many periods lie between two: 0 for the same one. */
export function periodsBetween(from: PeriodStart, to: PeriodStart, unit: RetentionUnit): number {
  const first = Temporal.PlainDate.from(from);
  const last = Temporal.PlainDate.from(to);
  if (unit === 'month') return 12 * (last.year - first.year) + last.month - first.month;
  return first.until(last).days / (unit === 'week' ? 7 : 1);
}

/** The instant (ms) at which a period begins: midnight, or the first moment after it where the clock leaps over midnight. */
export function beginsAt(start: PeriodStart, zone: string): number {
  return instantOf(Temporal.PlainDate.from(start), 0, zone);
}
