// The decision rule: the one place that may say "winner", from the counts of one look and nothing else.
import { normal } from '../statistics/normal';
import { alwaysValid } from './always-valid';
import { unmetGates } from './decision-gates';
import { difference } from './difference';
import type { ArmLook, Comparison, DecidedBy, Decision, DecisionPlan, Gate, Look, Verdict } from './verdict';

/** Of the chance of a false winner, a fifth is spent on looking early and the rest at the declared end. */
const EARLY_SHARE = 0.2;
/** Means that differ by less than their rounding do not differ, even where nobody varies. */
const ROUNDING = 1e-12;
const ILL: readonly Gate[] = ['arms', 'split', 'two-arms', 'guardrail'];

/**
 * What one look decides. Arm i wins when it beats EVERY other arm j: d_ij > z·se_ij, where z is
 * - fixed window, at any look: the always-valid bound at 2·0.2α/k; once, at the end, the normal quantile 1 − 0.8α/k;
 * - open-ended: the always-valid bound at 2·α/k;
 * - test-then-send, at the set hour only: the normal quantile 1 − α/k;
 * with k arms of positive weight. A false claim "i is best" needs i to beat an arm that is truly as good, and at most k arms can be
 * claimed wrongly, each with one-sided error α/k: so the chance of any false winner is at most α without a correction per pair.
 *
 * Total: no counts give NaN or throw. The caller asks for no look after one that `isOver`, or after a winner: a look that is repeated
 * with more data spends α again.
 */
export function decide(plan: DecisionPlan, look: Look): Decision {
  const arms = look.arms.filter(({ weight }) => weight > 0);
  const unmet = unmetGates(plan, look, arms);
  const isOver = plan.durationMs !== null && look.elapsedMs >= plan.durationMs;
  const leader = leaderOf(plan, arms);
  const looks = leader === null ? [] : looksAt(plan, isOver, leader, arms);
  const told = looks.find(({ comparisons }) => comparisons.every(({ isBeaten }) => isBeaten)) ?? looks.at(-1);
  const verdict = verdictOf({ unmet, isOver, leader: leader?.id ?? null, told });
  return { verdict, unmet, leader: leader?.id ?? null, comparisons: told?.comparisons ?? [], isOver };
}

/** One application of the rule: who passes which bound. */
interface Applied {
  readonly by: DecidedBy | null;
  readonly comparisons: readonly Comparison[];
}

interface Told {
  readonly unmet: readonly Gate[];
  readonly isOver: boolean;
  readonly leader: string | null;
  readonly told: Applied | undefined;
}

function verdictOf({ unmet, isOver, leader, told }: Told): Verdict {
  if (unmet.some((gate) => ILL.includes(gate))) return { kind: 'unhealthy' };
  const isWon = told?.by && told.comparisons.every(({ isBeaten }) => isBeaten);
  if (isWon && leader !== null && told.by && unmet.length === 0)
    return { kind: 'winner', arm: leader, by: told.by };
  return isOver ? { kind: 'no-winner', bestPerformer: leader } : { kind: 'running' };
}

function leaderOf({ isHigherBetter }: DecisionPlan, arms: readonly ArmLook[]): ArmLook | null {
  const sign = isHigherBetter ? 1 : -1;
  return arms
    .filter(({ estimate }) => estimate.n > 0)
    .reduce<ArmLook | null>(
      (best, arm) => (best === null || sign * (arm.estimate.value - best.estimate.value) > 0 ? arm : best),
      null,
    );
}

/** The bounds this look may use, the strictest first. */
function looksAt(plan: DecisionPlan, isOver: boolean, leader: ArmLook, arms: readonly ArmLook[]): Applied[] {
  const { mode, alpha } = plan;
  const k = arms.length;
  const always = (share: number) => (people: number, planned: number) =>
    alwaysValid.z(people, (2 * share * alpha) / k, planned);
  const once = (share: number) => () => -normal.quantile((share * alpha) / k);
  const apply = (by: DecidedBy | null, bound: Bound): Applied => ({
    by,
    comparisons: compare(plan, leader, arms, bound),
  });
  if (mode === 'open-ended') return [apply('early', always(1))];
  if (mode === 'test-then-send') return [isOver ? apply('set-hour', once(1)) : apply(null, () => null)];
  const early = apply('early', always(EARLY_SHARE));
  return isOver ? [early, apply('end', once(1 - EARLY_SHARE))] : [early];
}

type Bound = (people: number, planned: number) => number | null;

function compare(
  plan: DecisionPlan,
  leader: ArmLook,
  arms: readonly ArmLook[],
  boundOf: Bound,
): Comparison[] {
  const total = arms.reduce((sum, { weight }) => sum + weight, 0);
  return arms
    .filter((arm) => arm !== leader)
    .map((other) => {
      const found = difference(other.estimate, leader.estimate);
      const planned = (plan.plannedPeople * (leader.weight + other.weight)) / total;
      const bound = found ? boundOf(found.people, planned) : null;
      const gap = Math.abs(leader.estimate.value - other.estimate.value);
      const noise = ROUNDING * (Math.abs(leader.estimate.value) + Math.abs(other.estimate.value));
      const isBeaten = found !== null && bound !== null && gap > bound * found.se + noise;
      return { other: other.id, difference: gap, se: found?.se ?? null, bound, isBeaten };
    });
}
