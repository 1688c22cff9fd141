// Between what bounds a rate lies, honest also at 0 of 50.
import { normal } from '../statistics/normal';
import type { Interval } from './estimate';

/** Wilson's score interval without continuity correction (Wilson, JASA 1927); of nobody nothing is known: 0 to 1. */
export function wilsonInterval(conversions: number, people: number, level = 0.95): Interval {
  if (people <= 0) return { low: 0, high: 1 };
  const z = -normal.quantile((1 - level) / 2);
  const rate = conversions / people;
  const share = z ** 2 / people;
  const middle = rate + share / 2;
  const half = Math.sqrt(share * (rate * (1 - rate) + share / 4));
  const bound = (at: number) => Math.min(1, Math.max(0, at / (1 + share)));
  return { low: rate === 0 ? 0 : bound(middle - half), high: rate === 1 ? 1 : bound(middle + half) };
}
