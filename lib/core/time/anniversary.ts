// When a date of a customer comes round: birthdays, renewals.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, type MinuteOfDay, zoned } from './zone';

export interface DateRule {
  readonly repeats: 'yearly' | 'once';
  /** Days from the date, negative for before. */
  readonly days: number;
  readonly minute: MinuteOfDay;
}

export interface Coming {
  readonly instant: number;
  /** The anniversary itself, e.g. `2026-02-28`. */
  readonly date: string;
  /** Which one it is, counted from the date. */
  readonly years: number;
}

/** Years beyond are no dates of people. */
export const isReckoned = ({ year }: Temporal.PlainDate): boolean => year >= 1 && year <= 9999;

/**
 * The first time at or after `after` (ms) that the rule names for the date, or null where there is none to come. A
 * yearly date counts from itself on. Who was born on 29 February has it on the 28th in common years.
 */
export function nextComing(
  date: Temporal.PlainDate,
  rule: DateRule,
  zone: string,
  after: number,
): Coming | null {
  if (!isReckoned(date)) return null;
  // A day around the span, because the offset and the zone may both move the time into a neighbouring year.
  const earliest = zoned(after, zone)
    .toPlainDate()
    .subtract({ days: rule.days + 1 }).year;
  const last = rule.repeats === 'once' ? date.year : Math.min(9999, Math.max(date.year, earliest) + 2);
  const first = rule.repeats === 'once' ? date.year : Math.max(date.year, earliest);
  for (let year = first; year <= last; year += 1) {
    const anniversary = date.with({ year });
    const instant = instantOf(anniversary.add({ days: rule.days }), rule.minute, zone);
    if (instant >= after) return { instant, date: anniversary.toString(), years: year - date.year };
  }
  return null;
}
