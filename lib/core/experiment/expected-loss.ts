// What choosing an arm costs on average, should another one be better.
import { integrate } from '../statistics/integrate';
import { panels } from './panels';
import type { Posterior } from './posterior';

/**
 * E[max(best other − chosen, 0)] for every arm, in the metric's unit; 0 for an arm alone. Worked out as ∫ F_i · (1 − Π_{j≠i} F_j), which
 * subtracts nothing: a loss of 1e-13 is as exact as one of 0.1. Where less is better, hand in the mirrored posteriors.
 */
export function expectedLoss(arms: readonly Posterior[]): number[] {
  return arms.map((arm) => {
    const others = arms.filter((other) => other !== arm);
    const to = Math.max(arm.low, ...others.map(({ high }) => high));
    return integrate((x) => arm.cdf(x) * chanceAnyAbove(others, x), panels(arm.low, to, [arm, ...others]));
  });
}

function chanceAnyAbove(arms: readonly Posterior[], x: number): number {
  return -Math.expm1(arms.reduce((sum, arm) => sum + Math.log1p(-arm.sf(x)), 0));
}
