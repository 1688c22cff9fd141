// Days as a workspace's clock shows them. The patterns are texts, because the database reads dates by the very same ones.
import { Temporal } from 'temporal-polyfill';
import { instantOf, zoned } from './zone';

/** A day that is in the calendar, e.g. `2026-02-28`, of the years 1000 to 9999. */
const DAY =
  '(?:[1-9][0-9]{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)' +
  '|02-(?:0[1-9]|1[0-9]|2[0-8]))' +
  '|(?:[1-9][0-9](?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[13579][26])00)-02-29)';
const TIME = '(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.][0-9]{1,6})?)?';
const OFFSET = '(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])';

export const DAY_PATTERN = `^${DAY}$`;
/** An instant with its offset, e.g. `2026-02-28T09:30:00Z`, to the microsecond at most. */
export const INSTANT_PATTERN = `^${DAY}[T ]${TIME}${OFFSET}$`;

const isDay = new RegExp(DAY_PATTERN);
const isInstant = new RegExp(INSTANT_PATTERN);

/** The day that is written, or null where the text is none. */
export function dayOf(text: string): Temporal.PlainDate | null {
  return isDay.test(text) ? Temporal.PlainDate.from(text) : null;
}

/** The day it is in a zone at an instant (ms). */
export function dayAt(instant: number, zone: string): Temporal.PlainDate {
  return zoned(instant, zone).toPlainDate();
}

/** The day a value means in a zone: one that is written as it is, an instant as the day it falls on there; else null. */
export function dayMeant(value: unknown, zone: string): Temporal.PlainDate | null {
  if (typeof value !== 'string') return null;
  return isInstant.test(value) ? dayAt(Temporal.Instant.from(value).epochMilliseconds, zone) : dayOf(value);
}

/** When (ms) a day begins in a zone. */
export function startOf(day: Temporal.PlainDate, zone: string): number {
  return instantOf(day, 0, zone);
}

/** When (ms) the day that is written begins in a zone, or the one that many days later; null where it is no day. */
export function dayStart(text: string, zone: string, daysLater = 0): number | null {
  const day = dayOf(text);
  return day && startOf(day.add({ days: daysLater }), zone);
}
