// A ratio of two sums over people (revenue per order, clicks per message), as an estimate.
import type { Estimate } from './estimate';
import type { PairMoments } from './pair-moments';

/**
 * R = ȳ / x̄ with the delta method's variance (s²y − 2R·sxy + R²·s²x) / x̄², the unit being the person. Where nobody has an x there is no
 * ratio: n is then 0, which no comparison accepts.
 */
export function estimateRatio(moments: PairMoments): Estimate {
  const { n, meanY, meanX, varianceY, varianceX, covariance } = moments;
  if (meanX === 0) return { n: 0, value: 0, variance: 0 };
  const value = meanY / meanX;
  const variance = (varianceY - 2 * value * covariance + value ** 2 * varianceX) / meanX ** 2;
  return { n, value, variance: Math.max(0, variance) };
}
