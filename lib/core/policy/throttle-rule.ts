// The provider's speed limit: what is too much for this minute waits for the next, transactional messages too.
import { hold } from './hold';
import type { LimitedFacts, PolicyVerdict } from './policy-facts';

export const MINUTE_MS = 60_000;

/** How many more messages may be started on a channel now. `starts` as instants (ms), in any order. */
export function placesLeft(perMinute: number | null, starts: readonly number[], now: number): number {
  return perMinute === null ? Number.POSITIVE_INFINITY : perMinute - withinMinute(starts, now).length;
}

export function throttleRule(facts: LimitedFacts): PolicyVerdict | null {
  const { channel, limits, now } = facts;
  const perMinute = limits.rules.throttles[channel];
  if (perMinute === null) return null;
  const recent = withinMinute(limits.channelStarts, now).sort((a, b) => a - b);
  const last = recent[recent.length - perMinute];
  if (last === undefined) return null;
  return hold(facts, 'throttled', last + MINUTE_MS, 'refused-expired', { perMinute });
}

function withinMinute(starts: readonly number[], now: number): number[] {
  return starts.filter((at) => at > now - MINUTE_MS);
}
