// The logarithm of the gamma function: factorials of counts whose factorial no number can hold.
import gammaln from '@stdlib/math-base-special-gammaln';

/** ln Γ(x) for x > 0; ln n! is `logGamma(n + 1)`. */
export function logGamma(x: number): number {
  return gammaln(x);
}
