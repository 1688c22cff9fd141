// Local time: what a wall clock shows in a customer's zone, and when it will show something again. DST-correct.
import { Temporal } from 'temporal-polyfill';
import type { JsonObject } from '../json';

export interface Zone {
  /** An IANA name, e.g. `Europe/Prague`. */
  readonly zone: string;
  /** Whether the customer's own zone was given and is none that is known, so that the workspace's stands in for it. */
  readonly isUnknown: boolean;
}

/** Minutes since midnight on a wall clock, 0 to 1439. */
export type MinuteOfDay = number;

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = number;

const known = new Map<string, boolean>();

/** Whether a name is a time zone the product can reckon with. */
export function isTimeZone(name: string): boolean {
  const seen = known.get(name);
  if (seen !== undefined) return seen;
  let isKnown = true;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
  } catch {
    isKnown = false;
  }
  // A bound, because the names come from outside.
  if (known.size < 10_000) known.set(name, isKnown);
  return isKnown;
}

/** The zone of a customer by the attribute `timezone`; where it is missing or unknown, the workspace's. */
export function zoneOf(attributes: JsonObject, workspaceZone: string): Zone {
  const own = attributes.timezone;
  if (own === undefined || own === null || own === '') return { zone: workspaceZone, isUnknown: false };
  if (typeof own === 'string' && isTimeZone(own)) return { zone: own, isUnknown: false };
  return { zone: workspaceZone, isUnknown: true };
}

export function zoned(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}

/**
 * The instant (ms) at which the wall clock of a zone shows a time on a date. In a gap the clock shows it an offset
 * later (02:30 becomes 03:30); of two in an overlap it is the earlier.
 */
export function instantOf(date: Temporal.PlainDate, minute: MinuteOfDay, zone: string): number {
  const time = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60);
  return date.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/**
 * The first instant at or after `after` (ms) at which the wall clock shows the time, on one of the weekdays where any
 * are given. "09:00 on weekdays" asked on Friday at ten is Monday at nine.
 */
export function nextLocalTime(
  after: number,
  zone: string,
  minute: MinuteOfDay,
  weekdays: readonly Weekday[] = [],
): number {
  const isAllowed = (date: Temporal.PlainDate) => weekdays.length === 0 || weekdays.includes(date.dayOfWeek);
  let date = zoned(after, zone).toPlainDate();
  for (;;) {
    const instant = instantOf(date, minute, zone);
    if (instant >= after && isAllowed(date)) return instant;
    date = date.add({ days: 1 });
  }
}

/** `09:30` as minutes since midnight, or null where the text is no time of day. */
export function minuteOf(text: string): MinuteOfDay | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** The wall clock's minutes since midnight at an instant (ms). */
export function localMinute(instant: number, zone: string): MinuteOfDay {
  const { hour, minute } = zoned(instant, zone);
  return hour * 60 + minute;
}

/** The date a value means in a zone: `2026-02-28` as it is, an ISO instant as the day it falls on there; else null. */
export function dateOf(value: unknown, zone: string): Temporal.PlainDate | null {
  if (typeof value !== 'string') return null;
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return Temporal.PlainDate.from(value);
    return Temporal.Instant.from(value).toZonedDateTimeISO(zone).toPlainDate();
  } catch {
    return null;
  }
}
