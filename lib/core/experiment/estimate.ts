// What one arm says about a metric, in the one shape that every comparison takes: proportion, mean or ratio.

/** A mean is an estimate as it stands: n, mean and the variance with n − 1 (`var_samp`). */
export interface Estimate {
  /** People counted. */
  readonly n: number;
  /** The rate, the mean per person, or the ratio. */
  readonly value: number;
  /** The variance of one person's value, so that `variance / n` is the variance of `value`. */
  readonly variance: number;
}

/** Two bounds, both in the unit of what they bound. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
