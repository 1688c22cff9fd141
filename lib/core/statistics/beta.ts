// The beta distribution: what is known of a rate after so many converted and so many did not.
import betainc from '@stdlib/math-base-special-betainc';
import betaln from '@stdlib/math-base-special-betaln';
import quantile from '@stdlib/stats-base-dists-beta-quantile';

const clamp = (x: number) => Math.min(1, Math.max(0, x));

export const beta = {
  /** P(X <= x) for shapes a, b > 0; 0 below the interval and 1 above it. */
  cdf: (x: number, a: number, b: number): number => betainc(clamp(x), a, b, true, false),
  /** P(X > x), exact where it is tiny. */
  sf: (x: number, a: number, b: number): number => betainc(clamp(x), a, b, true, true),
  /** The x with P(X <= x) = p, for p in [0, 1]. */
  quantile: (p: number, a: number, b: number): number => quantile(p, a, b),
  /** The density at x in (0, 1); 0 outside. */
  pdf: (x: number, a: number, b: number): number =>
    x <= 0 || x >= 1 ? 0 : Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - betaln(a, b)),
} as const;
