// The standard normal distribution, exact far out in both tails.
import erfc from '@stdlib/math-base-special-erfc';
import erfcinv from '@stdlib/math-base-special-erfcinv';

export const normal = {
  /** P(Z <= z). Never `1 - sf(z)`, which is 0 beyond eight standard deviations. */
  cdf: (z: number): number => erfc(-z / Math.SQRT2) / 2,
  /** P(Z > z). */
  sf: (z: number): number => erfc(z / Math.SQRT2) / 2,
  /** The z with P(Z <= z) = p, for p in [0, 1]; infinite at the ends. For an upper tail a, `-quantile(a)` loses nothing. */
  quantile: (p: number): number => -Math.SQRT2 * erfcinv(2 * p),
  /** The density at z. */
  pdf: (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI),
} as const;
