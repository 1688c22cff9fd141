// The shares of optimise mode, one after the other: by which people were dealt, and since when.
import { z } from 'zod';

const HALF_A_DAY_MS = 43_200_000;
/** In points of percent: less is not worth another version of the journey. */
const WORTH_DEALING = 1;

const SharePeriod = z.strictObject({
  period: z.int(),
  /** Since when (ms) it was decided. */
  at: z.number(),
  /** In percent of those who are not held out. */
  shares: z.record(z.string(), z.number()),
  /** Whether the journey deals by it: it is decided by a look, and brought onto the canvas behind that. */
  isDealt: z.boolean(),
});
export type SharePeriod = z.infer<typeof SharePeriod>;

/** As a phase's row keeps them, the newest last. */
export function sharePeriods(stored: unknown): SharePeriod[] {
  return z.array(SharePeriod).parse(stored);
}

/** Everybody the same: what optimise mode begins with. */
export function equalShares(
  arms: readonly { readonly id: string; readonly percent: number }[],
  at: number,
): SharePeriod {
  const dealt = arms.filter(({ percent }) => percent > 0);
  const shares = Object.fromEntries(dealt.map(({ id }) => [id, 100 / dealt.length]));
  return { period: 1, at, shares, isDealt: true };
}

/** The period that begins with these shares; null where half a day is not over, or they are as good as the same. */
export function nextPeriod(
  periods: readonly SharePeriod[],
  shares: Readonly<Record<string, number>>,
  at: number,
): SharePeriod | null {
  const last = periods.at(-1);
  if (last === undefined || at - last.at < HALF_A_DAY_MS) return null;
  const moved = Object.entries(shares).map(([arm, share]) => Math.abs(share - (last.shares[arm] ?? 0)));
  if (Math.max(0, ...moved) < WORTH_DEALING) return null;
  return { period: last.period + 1, at, shares: { ...shares }, isDealt: false };
}
