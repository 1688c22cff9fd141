// Sums over everybody from those who did something: all others stand beside them with 0.
import type { Estimate } from './estimate';

/** Those who did something: how many, and mean and variance (n − 1) of what each did; both 0 where there are none. */
export interface ActiveMoments {
  readonly active: number;
  readonly mean: number;
  readonly variance: number;
}

/**
 * Mean and variance of `people`, of whom `active` have a value and the others 0. Squares are put together as by Chan, Golub and LeVeque
 * (1979), not as a sum of squares less a square, which loses its digits where values are large.
 */
export function withIdle(people: number, { active, mean, variance }: ActiveMoments): Estimate {
  if (people === 0) return { n: 0, value: 0, variance: 0 };
  const squares = Math.max(0, active - 1) * variance + (active * (people - active) * mean ** 2) / people;
  return { n: people, value: (active * mean) / people, variance: people > 1 ? squares / (people - 1) : 0 };
}
