// What messages earned: treated people against those held out.
import { normal } from '../statistics/normal';
import { type Difference, difference, intervalOf } from './difference';
import type { Estimate, Interval } from './estimate';
import { zLook } from './fixed-look';
import { type Lift, lift } from './lift';

interface Incrementality {
  /** Treated less held out, per person. */
  readonly difference: Difference;
  readonly interval: Interval;
  /** Two-sided, of a single look. */
  readonly p: number;
  readonly lift: Lift | null;
  /** The difference times the people treated: extra conversions, or extra revenue. May be negative, and is shown as it is. */
  readonly extra: number;
  readonly extraInterval: Interval;
  /** The part of what treated people did that they would not have done; null where they did nothing. */
  readonly share: number | null;
  /** False where the interval holds 0: "not distinguishable from zero yet". */
  readonly isDistinguishable: boolean;
}

const Z95 = -normal.quantile(0.025);

/**
 * Rates and means alike, with bounds at ± `z`: of the normal distribution at 95 % for a single look, the always-valid one where looks
 * repeat. Null with fewer than two people on a side.
 */
export function incrementality(holdout: Estimate, treated: Estimate, z = Z95): Incrementality | null {
  const found = difference(holdout, treated);
  if (!found) return null;
  const interval = intervalOf(found, z);
  const total = { ...found, value: found.value * treated.n, se: found.se * treated.n };
  return {
    difference: found,
    interval,
    p: zLook(found).p,
    lift: lift(holdout, treated, z),
    extra: total.value,
    extraInterval: intervalOf(total, z),
    share: treated.value === 0 ? null : found.value / treated.value,
    isDistinguishable: interval.low > 0 || interval.high < 0,
  };
}
