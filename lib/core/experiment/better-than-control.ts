// The other question: not which arm is best, but which are better than a control, or than nothing at all.
import { normal } from '../statistics/normal';
import { adjustedP } from './adjusted-p';
import { alwaysValid } from './always-valid';
import { unmetGates } from './decision-gates';
import { type Difference, difference } from './difference';
import type { ArmLook, DecisionPlan, Gate, Look } from './verdict';

interface AgainstControl {
  readonly arm: string;
  /** In the direction that is better; null with fewer than two people on a side. */
  readonly difference: Difference | null;
  /** One-sided, adjusted for all arms and for the looks this one may use: to be held against the plan's alpha. */
  readonly p: number;
  /** Never while a gate is unmet. */
  readonly isBetter: boolean;
}

const EARLY_SHARE = 0.2;

/**
 * Every other arm of positive weight against `control`, at the looks and with the shares of alpha that `decide` has; Holm's step down
 * over them takes the place of beating all. Nobody is compared where the control is not among the arms.
 */
export function betterThanControl(
  plan: DecisionPlan,
  look: Look,
  control: string,
): { readonly unmet: readonly Gate[]; readonly arms: readonly AgainstControl[] } {
  const arms = look.arms.filter(({ weight }) => weight > 0);
  const unmet = unmetGates(plan, look, arms);
  const base = arms.find(({ id }) => id === control);
  const pairs = base ? arms.filter((arm) => arm !== base).map((arm) => pairOf(plan, arms, base, arm)) : [];
  const isOver = plan.durationMs !== null && look.elapsedMs >= plan.durationMs;
  const tests = looksOf(plan, isOver).map(({ share, test }) =>
    adjustedP
      .holm(pairs.map((pair) => test(pair, (2 * share * plan.alpha) / pairs.length)))
      .map((p) => p / share),
  );
  return {
    unmet,
    arms: pairs.map(({ arm, found }, index) => {
      const p = Math.min(1, ...tests.flatMap((ps) => ps.slice(index, index + 1)));
      return { arm, difference: found, p, isBetter: unmet.length === 0 && p <= plan.alpha };
    }),
  };
}

interface Pair {
  readonly arm: string;
  readonly found: Difference | null;
  readonly planned: number;
}

function pairOf(plan: DecisionPlan, arms: readonly ArmLook[], base: ArmLook, arm: ArmLook): Pair {
  const total = arms.reduce((sum, { weight }) => sum + weight, 0);
  const found = difference(base.estimate, arm.estimate);
  const sign = plan.isHigherBetter ? 1 : -1;
  return {
    arm: arm.id,
    found: found && { ...found, value: sign * found.value },
    planned: (plan.plannedPeople * (base.weight + arm.weight)) / total,
  };
}

interface TestAtLook {
  /** The part of alpha spent on it. */
  readonly share: number;
  readonly test: (pair: Pair, tuning: number) => number;
}

function looksOf({ mode }: DecisionPlan, isOver: boolean): TestAtLook[] {
  if (mode === 'open-ended') return [{ share: 1, test: everP }];
  if (mode === 'test-then-send') return isOver ? [{ share: 1, test: onceP }] : [];
  const early = { share: EARLY_SHARE, test: everP };
  return isOver ? [early, { share: 1 - EARLY_SHARE, test: onceP }] : [early];
}

function everP({ found, planned }: Pair, tuning: number): number {
  if (!found || found.value <= 0) return 1;
  return alwaysValid.p(found.people, found.value / found.se, tuning, planned) / 2;
}

function onceP({ found }: Pair): number {
  return !found || found.value <= 0 ? 1 : normal.sf(found.value / found.se);
}
