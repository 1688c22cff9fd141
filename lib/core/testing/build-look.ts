// Looks at experiments and the plan most tests decide them by.
import { estimateRate } from '../experiment/estimate-rate';
import type { ArmLook, DecisionPlan, Look } from '../experiment/verdict';

export const DAY_MS = 86_400_000;

/** Two weeks, decided after one at the earliest. */
export const fortnight: DecisionPlan = {
  mode: 'fixed-window',
  isHigherBetter: true,
  alpha: 0.05,
  plannedPeople: 10_000,
  leastMs: 7 * DAY_MS,
  durationMs: 14 * DAY_MS,
};

export function buildArm(id: string, conversions: number, people: number, weight = 1): ArmLook {
  return { id, weight, exposed: people, conversions, estimate: estimateRate(conversions, people) };
}

export function buildLook(arms: readonly ArmLook[], day = 8, more: Partial<Look> = {}): Look {
  return { elapsedMs: day * DAY_MS, arms, twoArmPeople: 0, hasGuardrailBreach: false, ...more };
}
