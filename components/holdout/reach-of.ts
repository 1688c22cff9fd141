// The scale of a table's bars: the largest bound in it, up to a distance beyond which nothing else could be seen.
import type { HoldoutReport } from '@/lib/core/api/holdout';

type Gain = HoldoutReport['months'][number]['alone']['orders'];

const LEAST = 0.01;
const WIDEST = 3;

export function reachOf(gains: readonly Gain[]): number {
  const bounds = gains.flatMap((gain) => (gain?.liftBounds ? Object.values(gain.liftBounds) : []));
  return Math.min(WIDEST, Math.max(LEAST, ...bounds.map(Math.abs)));
}
