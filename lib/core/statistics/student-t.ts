// Student's t distribution, for differences of means of few people.
import betainc from '@stdlib/math-base-special-betainc';
import quantile from '@stdlib/stats-base-dists-t-quantile';

/** P(T > |t|): the incomplete beta function from whichever end keeps its argument exact. */
function tail(t: number, df: number): number {
  const square = t * t;
  if (square === Number.POSITIVE_INFINITY) return 0;
  return square > df
    ? betainc(df / (df + square), df / 2, 0.5, true, false) / 2
    : betainc(square / (df + square), 0.5, df / 2, true, true) / 2;
}

export const studentT = {
  /** P(T <= t) with `df` > 0 degrees of freedom, which need not be whole. */
  cdf: (t: number, df: number): number => (t > 0 ? 1 - tail(t, df) : tail(t, df)),
  /** P(T > t). */
  sf: (t: number, df: number): number => (t < 0 ? 1 - tail(t, df) : tail(t, df)),
  /** The t with P(T <= t) = p. */
  quantile: (p: number, df: number): number => quantile(p, df),
} as const;
