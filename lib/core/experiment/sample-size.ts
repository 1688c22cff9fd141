// How many people an arm needs before a change of a given size can be seen.
import { normal } from '../statistics/normal';

export interface Certainty {
  /** Two-sided chance of a false alarm. */
  readonly alpha: number;
  /** Chance of seeing a change that is there. */
  readonly power: number;
}

/**
 * People per arm, not rounded, to tell rate `baseline` from rate `target`: the normal form of R's power.prop.test,
 * (z_{1−α/2}·√(2p̄q̄) + z_power·√(p₁q₁ + p₂q₂))² / (p₂ − p₁)². Infinite where the rates are the same.
 */
export function sampleSizeRate(baseline: number, target: number, { alpha, power }: Certainty): number {
  const middle = (baseline + target) / 2;
  const alarm = -normal.quantile(alpha / 2) * Math.sqrt(2 * middle * (1 - middle));
  const miss = normal.quantile(power) * Math.sqrt(spread(baseline) + spread(target));
  const gap = Math.abs(target - baseline);
  return gap === 0 ? Number.POSITIVE_INFINITY : ((alarm + miss) / gap) ** 2;
}

/** People per arm, not rounded, to see a mean move by `delta` at standard deviation `sd`: 2(z_{1−α/2} + z_power)²·sd²/delta². */
export function sampleSizeMean(sd: number, delta: number, { alpha, power }: Certainty): number {
  if (delta === 0) return Number.POSITIVE_INFINITY;
  return 2 * (((normal.quantile(power) - normal.quantile(alpha / 2)) * sd) / delta) ** 2;
}

/** The power of `n` people per arm to tell `baseline` from `target`: sampleSizeRate the other way round. */
export function powerRate(baseline: number, target: number, n: number, alpha: number): number {
  const middle = (baseline + target) / 2;
  const deviation = Math.sqrt(spread(baseline) + spread(target));
  const gap = Math.abs(target - baseline) * Math.sqrt(n);
  if (deviation === 0) return gap > 0 ? 1 : alpha / 2;
  return normal.cdf((gap + normal.quantile(alpha / 2) * Math.sqrt(2 * middle * (1 - middle))) / deviation);
}

/** The power of `n` people per arm to see a mean move by `delta`. */
export function powerMean(sd: number, delta: number, n: number, alpha: number): number {
  if (sd === 0) return delta === 0 ? alpha / 2 : 1;
  return normal.cdf((Math.abs(delta) / sd) * Math.sqrt(n / 2) + normal.quantile(alpha / 2));
}

function spread(rate: number): number {
  return rate * (1 - rate);
}
