// Days as a workspace's clock shows them.
import { Temporal } from 'temporal-polyfill';
import { instantOf } from './zone';

/** The date that is written like `2026-02-28`, or null where there is no such day. Years have four digits. */
export function dayOf(text: string): Temporal.PlainDate | null {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}

/** When (ms) a day begins in a zone, or the one that many days later; null where the text is no day. */
export function dayStart(text: string, zone: string, daysLater = 0): number | null {
  const day = dayOf(text);
  return day && instantOf(day.add({ days: daysLater }), 0, zone);
}
