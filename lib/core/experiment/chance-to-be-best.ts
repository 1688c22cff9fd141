// How likely each arm is the best one, given what was seen so far.
import { integrate } from '../statistics/integrate';
import { panels } from './panels';
import type { Posterior } from './posterior';

/**
 * P(arm i has the highest value) = ∫ f_i · Π_{j≠i} F_j for every arm, without chance; 1 for an arm alone. They sum to 1 within 1e-9.
 * Where less is better, hand in the mirrored posteriors.
 */
export function chanceToBeBest(arms: readonly Posterior[]): number[] {
  return arms.map((arm) => {
    const others = arms.filter((other) => other !== arm);
    return integrate((x) => arm.pdf(x) * chanceAllBelow(others, x), panels(arm.low, arm.high, others));
  });
}

/** Π F_j(x): beyond an arm's range its factor is 1 to the last digit, and is not worked out. */
export function chanceAllBelow(arms: readonly Posterior[], x: number): number {
  let chance = 1;
  for (const arm of arms) if (x < arm.high) chance *= arm.cdf(x);
  return chance;
}
