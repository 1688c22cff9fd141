// One look at a difference, for figures beside the decision: rates by the normal distribution, means by Welch's t.
import { normal } from '../statistics/normal';
import { studentT } from '../statistics/student-t';
import { type Difference, difference, intervalOf } from './difference';
import type { Estimate, Interval } from './estimate';

interface FixedLook {
  /** z or t: the difference over its standard error; infinite where nobody varies and the arms differ. */
  readonly statistic: number;
  /** Two-sided. */
  readonly p: number;
  readonly interval: Interval;
}

/** d/se against the normal distribution: for rates with the unpooled standard error of `difference`, and for ratios. */
export function zLook(found: Difference, level = 0.95): FixedLook {
  const statistic = statisticOf(found);
  const z = -normal.quantile((1 - level) / 2);
  return { statistic, p: 2 * normal.sf(Math.abs(statistic)), interval: intervalOf(found, z) };
}

/**
 * Welch's t for means, with Satterthwaite's degrees of freedom (Welch, Biometrika 1947), as R's t.test. Null with fewer than two people
 * in an arm.
 */
export function welchLook(
  control: Estimate,
  variant: Estimate,
  level = 0.95,
): (FixedLook & { readonly df: number }) | null {
  const found = difference(control, variant);
  if (!found) return null;
  const statistic = statisticOf(found);
  const df = satterthwaite(control, variant);
  const t = -studentT.quantile((1 - level) / 2, df);
  return { statistic, df, p: 2 * studentT.sf(Math.abs(statistic), df), interval: intervalOf(found, t) };
}

/**
 * The difference of two rates with the pooled standard error √(p(1 − p)(1/n_c + 1/n_t)); its z is the root of Pearson's chi-squared. Only
 * for the stand-alone calculator: experiments decide by the unpooled one.
 */
export function pooledDifference(control: Estimate, variant: Estimate): Difference | null {
  const found = difference(control, variant);
  if (!found) return null;
  const rate = (control.value * control.n + variant.value * variant.n) / found.people;
  return { ...found, se: Math.sqrt(rate * (1 - rate) * (1 / control.n + 1 / variant.n)) };
}

function statisticOf({ value, se }: Difference): number {
  return value === 0 ? 0 : value / se;
}

function satterthwaite(control: Estimate, variant: Estimate): number {
  const [c, t] = [control.variance / control.n, variant.variance / variant.n];
  if (c + t === 0) return control.n + variant.n - 2;
  return (c + t) ** 2 / (c ** 2 / (control.n - 1) + t ** 2 / (variant.n - 1));
}
