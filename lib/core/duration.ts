// Lengths of time as marketers write them, and the bounds a journey may wait within.
import { z } from 'zod';

const MINUTE_MS = 60_000;
const UNIT_MS = { minutes: MINUTE_MS, hours: 60 * MINUTE_MS, days: 24 * 60 * MINUTE_MS } as const;

const SHORTEST_WAIT_MS = MINUTE_MS;
const LONGEST_WAIT_MS = 365 * UNIT_MS.days;

/** A day is 24 hours here, whatever the clocks do. */
export const DurationUnit = z.enum(['minutes', 'hours', 'days']);
export type DurationUnit = z.infer<typeof DurationUnit>;

export const Duration = z.strictObject({
  amount: z.number().default(1),
  unit: DurationUnit.default('hours'),
});
export type Duration = z.infer<typeof Duration>;

/** The length in whole ms. */
export function durationMs(duration: Duration): number {
  return Math.round(duration.amount * UNIT_MS[duration.unit]);
}

/** Whether a journey may wait this long: one minute to 365 days. */
export function isDurationAllowed(duration: Duration): boolean {
  const ms = durationMs(duration);
  return ms >= SHORTEST_WAIT_MS && ms <= LONGEST_WAIT_MS;
}
