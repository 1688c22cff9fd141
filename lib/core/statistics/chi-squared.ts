// The chi-squared distribution, by which a split is judged fair or not.
import gammainc from '@stdlib/math-base-special-gammainc';

export const chiSquared = {
  /** P(X <= x) with `df` > 0 degrees of freedom, x >= 0. */
  cdf: (x: number, df: number): number => gammainc(x / 2, df / 2, true, false),
  /** P(X > x), exact where it is tiny. */
  sf: (x: number, df: number): number => gammainc(x / 2, df / 2, true, true),
} as const;
