// What resuming would set off: how much at once, how much never, and how much in each of the hours that follow.
import { z } from 'zod';
import { type Due, type ResumePlan, resumedAt } from './resume-plan';

const HOUR_MS = 3_600_000;
const HOURS = 24;

export const Forecast = z.object({
  atOnce: z.number().int(),
  expired: z.number().int().describe('What is too late by its own limit and not sent.'),
  perHour: z.array(z.number().int()).describe('The hours from now on.'),
  later: z.number().int(),
});
export type Forecast = z.infer<typeof Forecast>;

/** `maxLateness` (ms): sent later than this, it is dropped; null where nothing would be sent. */
export interface Pending extends Due {
  readonly maxLateness: number | null;
}

export const emptyForecast: Forecast = {
  atOnce: 0,
  expired: 0,
  perHour: Array.from({ length: HOURS }, () => 0),
  later: 0,
};

/** Adds what is pending to a forecast made at `now` (ms), so that any number can be counted in portions. */
export function addToForecast(
  forecast: Forecast,
  pending: readonly Pending[],
  plan: ResumePlan,
  now: number,
): Forecast {
  let { atOnce, expired, later } = forecast;
  const hours: number[] = [];
  for (const { maxLateness, ...due } of pending) {
    const inMs = resumedAt(due, plan, now) - now;
    const hour = Math.floor(inMs / HOUR_MS);
    if (maxLateness !== null && -inMs > maxLateness) expired += 1;
    else if (inMs <= 0) atOnce += 1;
    else if (hour < HOURS) hours.push(hour);
    else later += 1;
  }
  const perHour = forecast.perHour.map((count, hour) => count + hours.filter((one) => one === hour).length);
  return { atOnce, expired, perHour, later };
}
