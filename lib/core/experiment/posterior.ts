// What is known of a rate or a mean after the data, as a distribution: from it come the chances a page tells.
import { beta } from '../statistics/beta';
import { normal } from '../statistics/normal';
import type { Estimate } from './estimate';

export interface Posterior {
  readonly mean: number;
  /** Outside of low and high lie 1e-15 on either side. */
  readonly low: number;
  readonly high: number;
  pdf(x: number): number;
  cdf(x: number): number;
  sf(x: number): number;
}

const OUTSIDE = 1e-15;
/** A mean that nobody varied from is still not known better than its rounding. */
const ROUNDING = 1e-9;

/** A rate after `conversions` of `people`: Beta(a + s, b + n − s); the prior Beta(1, 1) holds every rate for equally likely. */
export function ratePosterior(conversions: number, people: number, prior = { a: 1, b: 1 }): Posterior {
  const a = prior.a + conversions;
  const b = prior.b + people - conversions;
  return {
    mean: a / (a + b),
    low: beta.quantile(OUTSIDE, a, b),
    high: beta.quantile(1 - OUTSIDE, a, b),
    pdf: (x) => beta.pdf(x, a, b),
    cdf: (x) => beta.cdf(x, a, b),
    sf: (x) => beta.sf(x, a, b),
  };
}

/** A mean or ratio: normal about the estimate with its standard error. Null with fewer than two people, of whom nothing is known. */
export function meanPosterior({ n, value, variance }: Estimate): Posterior | null {
  if (n < 2) return null;
  const se = Math.max(Math.sqrt(variance / n), ROUNDING * Math.max(1, Math.abs(value)));
  const reach = -normal.quantile(OUTSIDE) * se;
  return {
    mean: value,
    low: value - reach,
    high: value + reach,
    pdf: (x) => normal.pdf((x - value) / se) / se,
    cdf: (x) => normal.cdf((x - value) / se),
    sf: (x) => normal.sf((x - value) / se),
  };
}

/** The distribution of −X: where less is better, chances and losses are those of the mirrored arms. */
export function mirrored(posterior: Posterior): Posterior {
  return {
    mean: -posterior.mean,
    low: -posterior.high,
    high: -posterior.low,
    pdf: (x) => posterior.pdf(-x),
    cdf: (x) => posterior.sf(-x),
    sf: (x) => posterior.cdf(-x),
  };
}
