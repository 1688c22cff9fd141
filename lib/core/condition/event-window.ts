// From when until when the events of a test count.
import { durationMs } from '../duration';
import { dayStart } from '../time/day';
import type { EventTest } from './condition';

/** Instants (ms): those of the window are not before `from`, and before `until`. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

const ENDLESS: Window = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };
const NEVER: Window = { from: Number.POSITIVE_INFINITY, until: Number.NEGATIVE_INFINITY };

/** Days as they are told. A date that is none leaves no time at all. */
function daysBetween({ from, to }: NonNullable<EventTest['between']>, zone: string): Window {
  const first = from === '' ? ENDLESS.from : dayStart(from, zone);
  const end = to === '' ? ENDLESS.until : dayStart(to, zone, 1);
  return first === null || end === null ? NEVER : { from: first, until: end };
}

/** What happened exactly as long ago as the window is long is outside of it. */
export function windowOf(
  { within, between }: Pick<EventTest, 'within' | 'between'>,
  now: number,
  zone: string,
): Window {
  const days = between === undefined ? ENDLESS : daysBetween(between, zone);
  return within === null ? days : { ...days, from: Math.max(days.from, now - durationMs(within) + 1) };
}
