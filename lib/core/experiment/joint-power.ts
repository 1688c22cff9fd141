// Winning means beating every other arm at once, which is harder than beating one of them: how much harder.
import { integrate } from '../statistics/integrate';
import { normal } from '../statistics/normal';

const EDGES = [-9, -6, -4, -2, 0, 2, 4, 6, 9];
const HALVINGS = 60;
const MOST = 12;

/**
 * The chance of beating all of `others` equal arms when each alone is beaten with chance `single`. The comparisons share the leader, so
 * they correlate by ½: with c the normal quantile of `single`, ∫ φ(u)·Φ(u + √2·c)^others du. For one other arm this is `single`.
 */
export function jointPower(single: number, others: number): number {
  const ahead = Math.SQRT2 * Math.min(MOST, Math.max(-MOST, normal.quantile(single)));
  return integrate((u) => normal.pdf(u) * normal.cdf(u + ahead) ** others, EDGES);
}

/** The other way round: how surely one other arm has to be beaten for all of `others` to be beaten together with chance `power`. */
export function singlePower(power: number, others: number): number {
  let [low, high] = [-MOST, MOST];
  for (let turn = 0; turn < HALVINGS; turn += 1) {
    const middle = (low + high) / 2;
    if (jointPower(normal.cdf(middle), others) < power) low = middle;
    else high = middle;
  }
  return normal.cdf(high);
}
