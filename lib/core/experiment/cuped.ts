// Correction by history: what people bought before tells part of what they buy now, and taking that part away narrows the interval.
import type { Estimate } from './estimate';
import type { PairMoments } from './pair-moments';

interface Corrected {
  /** How much of a unit of history is taken away; 0 where history says nothing. */
  readonly theta: number;
  /** One for each arm, in the order given. */
  readonly arms: readonly Estimate[];
  /** One of the same arms. */
  readonly correct: (arm: PairMoments) => Estimate;
}

/** With history for fewer people than this the correction is off. */
const LEAST_WITH_HISTORY = 0.1;

/**
 * CUPED (Deng, Xu, Kohavi and Walker, WSDM 2013): Y' = Y − θ(X − X̄), where x is the same metric in the 28 days before the first exposure, 0
 * for who had none, and θ = cov(Y, X) / var(X) over all arms together. `withHistory` is the share of people with any.
 */
export function cuped(arms: readonly PairMoments[], withHistory: number): Corrected {
  const people = sumOf(arms, ({ n }) => n);
  const meanX = sumOf(arms, ({ n, meanX: x }) => n * x) / people;
  const meanY = sumOf(arms, ({ n, meanY: y }) => n * y) / people;
  const spread = sumOf(arms, (arm) => within(arm, arm.varianceX) + arm.n * (arm.meanX - meanX) ** 2);
  const shared = sumOf(
    arms,
    (arm) => within(arm, arm.covariance) + arm.n * (arm.meanX - meanX) * (arm.meanY - meanY),
  );
  const theta = withHistory < LEAST_WITH_HISTORY || !(spread > 0) ? 0 : shared / spread;
  const corrected = (arm: PairMoments) => correct(arm, theta, theta === 0 ? 0 : arm.meanX - meanX);
  return { theta, arms: arms.map(corrected), correct: corrected };
}

function correct(arm: PairMoments, theta: number, ahead: number): Estimate {
  const variance = arm.varianceY - 2 * theta * arm.covariance + theta ** 2 * arm.varianceX;
  return { n: arm.n, value: arm.meanY - theta * ahead, variance: Math.max(0, variance) };
}

function within({ n }: PairMoments, moment: number): number {
  return Math.max(0, n - 1) * moment;
}

function sumOf(arms: readonly PairMoments[], of: (arm: PairMoments) => number): number {
  return arms.reduce((sum, arm) => sum + of(arm), 0);
}
