// Optimise mode: shares that follow the chances, and when there is nothing left to gain.
import { integrate } from '../statistics/integrate';
import { chanceAllBelow } from './chance-to-be-best';
import { panels } from './panels';
import type { Posterior } from './posterior';
import type { Gate } from './verdict';

const LEAST_PER_ARM = 100;
const LEAST_CONVERSIONS = 25;
const FLOOR = 0.05;
const FLOOR_OF_MANY = 0.02;
const MANY = 5;
const WORTH = 0.01;
const SURE = 0.95;

/** Shares w_i = f + (1 − k·f)·P(best_i), which sum to 1: no arm falls below the floor f, 5 %, or 2 % with more than five arms. */
export function banditWeights(
  chances: readonly number[],
  floor = chances.length > MANY ? FLOOR_OF_MANY : FLOOR,
): number[] {
  return chances.map((chance) => floor + (1 - chances.length * floor) * chance);
}

/** What is missing before shares may follow the chances: 100 people in each arm, and 25 conversions together. */
export function yetToLearn(
  arms: readonly { readonly people: number; readonly conversions: number }[],
): Gate[] {
  const conversions = arms.reduce((sum, arm) => sum + arm.conversions, 0);
  const missing: Gate[] = arms.every(({ people }) => people >= LEAST_PER_ARM) ? [] : ['people'];
  return conversions >= LEAST_CONVERSIONS ? missing : [...missing, 'conversions'];
}

/**
 * Whether the leader may be settled on: with 95 % certainty no other arm is more than 1 % (relative) better, that is
 * P(max_j X_j <= 1.01·X_leader) >= 0.95. For metrics above 0, or mirrored ones below it.
 */
export function isSettled(leader: Posterior, others: readonly Posterior[]): boolean {
  const reach = leader.mean > 0 ? 1 + WORTH : 1 - WORTH;
  const seen = others.map(({ low, mean, high }) => ({
    low: low / reach,
    mean: mean / reach,
    high: high / reach,
  }));
  const edges = panels(leader.low, leader.high, seen);
  return integrate((x) => leader.pdf(x) * chanceAllBelow(others, reach * x), edges) >= SURE;
}
