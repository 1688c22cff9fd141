// How many marketing messages a customer may get in a window of time, and when the next one fits.
import type { FrequencyCap } from './delivery-policy';

const HOUR_MS = 3_600_000;

/** What caps look at in a message. */
export interface Counted {
  readonly channel: string;
  readonly category: string;
}

/** A marketing message whose sending was really started, at `at` (ms since 1970). */
export interface SentMessage extends Counted {
  readonly at: number;
}

export interface CapState {
  readonly cap: FrequencyCap;
  /** Messages started within the window that ends now. */
  readonly sent: number;
  /** From when on one more fits (ms); null where it fits now. */
  readonly freeAt: number | null;
}

/** Whether the cap counts a message. */
export function doesCount({ channel, category }: FrequencyCap, message: Counted): boolean {
  const isChannel = channel === null || channel === message.channel;
  return isChannel && (category === null || folded(category) === folded(message.category));
}

function folded(category: string): string {
  return category.trim().toLowerCase();
}

/**
 * Where a cap stands. The window slides: a message counts until `perHours` after it was started, so at every moment at
 * most `limit` of the last `perHours` hours were sent. Where more are in the window (the limit was lowered), as many of
 * the oldest as are too many must leave it first.
 */
export function capState(cap: FrequencyCap, history: readonly SentMessage[], now: number): CapState {
  const windowMs = cap.perHours * HOUR_MS;
  const times = history
    .filter((message) => doesCount(cap, message) && message.at > now - windowMs)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const last = times[times.length - cap.limit];
  return { cap, sent: times.length, freeAt: last === undefined ? null : last + windowMs };
}
