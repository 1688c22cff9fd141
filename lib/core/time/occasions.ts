// When a schedule comes round, as local dates and times: once, or by day, week or month.
import { Temporal } from 'temporal-polyfill';
import { instantOf, minuteOf, type Weekday, zoned } from './zone';

export interface Schedule {
  readonly kind: 'once' | 'recurring';
  /** once: the day, `2026-11-27`. */
  readonly date: string;
  readonly every: 'day' | 'week' | 'month';
  /** week: on these days. */
  readonly weekdays: readonly Weekday[];
  /** month: the day of it; in a shorter month, and for `last`, its last one. */
  readonly monthDay: number | 'last';
  /** `09:30`. */
  readonly time: string;
}

/** A local date and time, e.g. `2026-11-27T09:30`. */
export type Occasion = string;

/** The first and the last place on earth where a day begins. */
const FIRST_ZONE = '+14:00';
const LAST_ZONE = '-12:00';

/** As far as a schedule is looked for: the 31st comes at least every other month, every weekday in a week. */
const MOST_DAYS = 62;

export function plainDate(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}

function isOn(schedule: Schedule, date: Temporal.PlainDate): boolean {
  const { every, weekdays, monthDay } = schedule;
  if (every === 'day') return true;
  if (every === 'week') return weekdays.includes(date.dayOfWeek);
  const day = monthDay === 'last' ? date.daysInMonth : Math.min(monthDay, date.daysInMonth);
  return date.day === day;
}

function daysOf(schedule: Schedule, from: Temporal.PlainDate): Temporal.PlainDate[] {
  if (schedule.kind === 'once') return [plainDate(schedule.date)].filter((date) => date !== null);
  const span = Array.from({ length: MOST_DAYS }, (_, days) => from.add({ days }));
  return span.filter((date) => isOn(schedule, date));
}

/** When the clock of a zone shows the occasion (ms); in a gap and in an overlap as `instantOf` has it. */
export function instantOfOccasion(occasion: Occasion, zone: string): number {
  const shown = Temporal.PlainDateTime.from(occasion);
  return instantOf(shown.toPlainDate(), shown.hour * 60 + shown.minute, zone);
}

/** From when until when (ms) an occasion takes place: at one moment in a zone, or once around the earth. */
export function spanOf(
  occasion: Occasion,
  zone: string | null,
): { readonly from: number; readonly to: number } {
  return {
    from: instantOfOccasion(occasion, zone ?? FIRST_ZONE),
    to: instantOfOccasion(occasion, zone ?? LAST_ZONE),
  };
}

/**
 * The first occasion behind `beyond` that still takes place somewhere at or after `after` (ms); null where there is
 * none. Where the zone is null it is every customer's own, so that an occasion takes 26 hours.
 */
export function nextOccasion(
  schedule: Schedule,
  zone: string | null,
  after: number,
  beyond: Occasion = '',
): Occasion | null {
  if (minuteOf(schedule.time) === null) return null;
  const from = zoned(after, zone ?? LAST_ZONE).toPlainDate();
  const occasions = daysOf(schedule, from).map((date) => `${date}T${schedule.time}`);
  return occasions.find((one) => one > beyond && spanOf(one, zone).to >= after) ?? null;
}
