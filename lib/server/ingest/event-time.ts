// When an event happened. Client clocks are wrong and requests are late; `sentAt` tells the one from the other, mostly.
import { MAX_FUTURE_MS, MAX_SLOW_CLOCK_MS } from './limits';

/** Instants in ms since 1970. */
export interface ClaimedTimes {
  readonly timestamp: number | null;
  readonly sentAt: number | null;
  readonly receivedAt: number;
  /** How long the client says it had been trying to hand this request over. */
  readonly retriedForMs: number;
}

export interface EventTime {
  readonly occurredAt: number;
  readonly isFromFuture: boolean;
}

/**
 * time = receivedAt − (sentAt − timestamp), as long as the shift can be a wrong clock. A `sentAt` of the future always
 * is. One of the past may as well be an old request sent again with its old `sentAt`, which RudderStack's clients do:
 * what the client says about its retries is taken off, and beyond a day it is taken for a retry and not corrected.
 */
export function eventTime({ timestamp, sentAt, receivedAt, retriedForMs }: ClaimedTimes): EventTime {
  if (timestamp === null) return { occurredAt: receivedAt, isFromFuture: false };
  const shift = sentAt === null ? 0 : clockError(receivedAt - sentAt, retriedForMs);
  const occurredAt = timestamp + shift;
  if (occurredAt > receivedAt + MAX_FUTURE_MS) {
    return { occurredAt: receivedAt, isFromFuture: true };
  }
  return { occurredAt, isFromFuture: false };
}

function clockError(delay: number, retriedForMs: number): number {
  if (delay <= 0) return delay;
  const unexplained = Math.max(0, delay - retriedForMs);
  return unexplained > MAX_SLOW_CLOCK_MS ? 0 : unexplained;
}

/** As every JavaScript client writes it; other spellings take the long way. */
const USUAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
// A date, or date and time; without an offset it is UTC, so that it never means another instant on another server.
const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** ISO 8601 text as ms since 1970; null where it is something else or before 1970. */
export function readInstant(text: string): number | null {
  if (USUAL.test(text)) return since1970(Date.parse(text));
  const [, date, time = '00:00', offset = 'Z'] = ISO.exec(text.trim()) ?? [];
  if (date === undefined) return null;
  return since1970(Date.parse(`${date}T${time.replace(',', '.')}${fullOffset(offset.toUpperCase())}`));
}

function since1970(instant: number): number | null {
  return Number.isFinite(instant) && instant >= 0 ? instant : null;
}

function fullOffset(offset: string): string {
  const [, hours, minutes = '00'] = /^([+-]\d{2}):?(\d{2})?$/.exec(offset) ?? [];
  return hours === undefined ? offset : `${hours}:${minutes}`;
}
