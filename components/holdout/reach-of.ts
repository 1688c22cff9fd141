// The scale of a table's bars: the largest bound in it, up to a limit.
import type { HoldoutReport } from '@/lib/core/api/holdout';

type Gain = HoldoutReport['months'][number]['alone']['orders'];

const LEAST = 0.01;
/** The first months may have bounds so wide that nothing else could be seen beside them. */
export const WIDEST = 3;

export function reachOf(gains: readonly Gain[]): number {
  const bounds = gains.flatMap((gain) => (gain?.liftBounds ? Object.values(gain.liftBounds) : []));
  return Math.min(WIDEST, Math.max(LEAST, ...bounds.map(Math.abs)));
}
