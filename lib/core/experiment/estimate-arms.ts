// The arms of a look as estimates of its metric, in one shape for every comparison.
import { cuped } from './cuped';
import type { Metric } from './design';
import type { Estimate } from './estimate';
import { estimateRate } from './estimate-rate';
import { estimateRatio } from './estimate-ratio';
import type { SecondaryStatistics } from './look-statistics';
import type { PairMoments } from './pair-moments';

type Counted = SecondaryStatistics['arms'][number];

interface Estimated {
  readonly estimate: (arm: Counted) => Estimate;
  /** By how much of their history sums were corrected; null where they were not. */
  readonly theta: number | null;
}

/** Sums are corrected by what the same people did before, where enough of them did anything. */
export function estimateArms(measure: Metric['measure'], arms: readonly Counted[]): Estimated {
  if (measure === 'converted') return { estimate: rateOf, theta: null };
  if (measure === 'ratio') return { estimate: (arm) => estimateRatio(momentsOf(arm)), theta: null };
  const people = arms.reduce((sum, { counted }) => sum + counted, 0);
  if (people === 0) return { estimate: sumOf, theta: null };
  const withHistory = arms.reduce((sum, { second }) => sum + (second?.people ?? 0), 0);
  const { theta, correct } = cuped(arms.map(momentsOf), withHistory / people);
  if (theta === 0) return { estimate: sumOf, theta: null };
  return { estimate: (arm) => correct(momentsOf(arm)), theta };
}

const rateOf = ({ converted, counted }: Counted) => estimateRate(converted, counted);

const sumOf = ({ counted, mean, variance }: Counted) => ({ n: counted, value: mean, variance });

const NONE = { mean: 0, variance: 0, covariance: 0 };

function momentsOf({ counted, mean, variance, second }: Counted): PairMoments {
  const x = second ?? NONE;
  return {
    ...{ n: counted, meanY: mean, varianceY: variance },
    ...{ meanX: x.mean, varianceX: x.variance, covariance: x.covariance },
  };
}
