// Two values of each person in one arm, summed up: what ratios and the correction by history are worked out from.

/** Moments with n − 1 (`var_samp`, `covar_samp`): y is the metric, x what stands below the line or came before. */
export interface PairMoments {
  readonly n: number;
  readonly meanY: number;
  readonly meanX: number;
  readonly varianceY: number;
  readonly varianceX: number;
  readonly covariance: number;
}
