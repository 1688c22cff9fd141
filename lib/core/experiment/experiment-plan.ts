// The plan of an experiment: how many people and how many days its question costs, worked out before it starts.
import { jointPower, singlePower } from './joint-power';
import { type Certainty, powerMean, powerRate, sampleSizeMean, sampleSizeRate } from './sample-size';
import type { DecisionMode } from './verdict';

/** What the metric was over the last weeks: a rate, or mean and standard deviation per person. */
type Baseline =
  | { readonly kind: 'rate'; readonly rate: number }
  | { readonly kind: 'mean'; readonly mean: number; readonly sd: number };

export interface PlanQuestion {
  readonly baseline: Baseline;
  /** The smallest lift worth finding, relative and signed: 0.2 for a fifth more, −0.1 for a tenth fewer complaints. */
  readonly smallestLift: number;
  /** One per arm, in any unit; only positive ones count. */
  readonly weights: readonly number[];
  readonly mode: DecisionMode;
  readonly alpha: number;
  readonly power: number;
  /** People who reach the split in a day, over all arms. */
  readonly peoplePerDay: number;
}

export interface ExperimentPlan {
  /** People in the smallest arm, rounded up. */
  readonly perArm: number;
  /** People over all arms, at the weights given. */
  readonly people: number;
  /** Null without traffic. */
  readonly days: number | null;
}

/**
 * What peeking costs in people, over one look at the end: 7 % for the early look of a fixed window, 91 % where there is no end
 * (own simulation, `npm run bench -- experiments`).
 */
const PEEKING: Record<DecisionMode, number> = {
  'fixed-window': 1.07,
  'open-ended': 1.91,
  'test-then-send': 1,
};

/**
 * The plan for a question, for the rule by which `decide` finds the best of k arms: each other arm at the two-sided level 2α/k, and all of
 * them beaten together with the power asked for. For two arms that is power.prop.test as it stands. Null where the question has no plan:
 * fewer than two arms, no baseline, no lift, or a target outside 0 to 100 %.
 */
export function planExperiment(question: PlanQuestion): ExperimentPlan | null {
  const { weights, mode, alpha, peoplePerDay } = question;
  const { k, shareOfSmallest } = dealtTo(weights);
  if (k < 2) return null;
  const bare = sizeOf(question, { alpha: (2 * alpha) / k, power: singlePower(question.power, k - 1) });
  if (bare === null || !Number.isFinite(bare)) return null;
  const perArm = Math.ceil(bare * PEEKING[mode]);
  const people = Math.ceil(perArm / shareOfSmallest);
  return { perArm, people, days: peoplePerDay > 0 ? Math.ceil(people / peoplePerDay) : null };
}

/** The power that `people` over all arms give the question, for each of the lifts: the curve over the slider. Null as in the plan. */
export function powerCurve(
  question: Omit<PlanQuestion, 'smallestLift' | 'power' | 'peoplePerDay'>,
  people: number,
  lifts: readonly number[],
): { lift: number; power: number | null }[] {
  const { k, shareOfSmallest } = dealtTo(question.weights);
  const perArm = (people * shareOfSmallest) / PEEKING[question.mode];
  return lifts.map((lift) => {
    const single = k < 2 ? null : powerOf(question.baseline, lift, perArm, (2 * question.alpha) / k);
    return { lift, power: single === null ? null : jointPower(single, k - 1) };
  });
}

function dealtTo(weights: readonly number[]): { k: number; shareOfSmallest: number } {
  const dealt = weights.filter((weight) => weight > 0);
  const total = dealt.reduce((sum, weight) => sum + weight, 0);
  return { k: dealt.length, shareOfSmallest: Math.min(...dealt) / total };
}

function sizeOf({ baseline, smallestLift }: PlanQuestion, certainty: Certainty): number | null {
  if (baseline.kind === 'mean') {
    return baseline.sd > 0 ? sampleSizeMean(baseline.sd, baseline.mean * smallestLift, certainty) : null;
  }
  const target = baseline.rate * (1 + smallestLift);
  return isRate(baseline.rate) && isRate(target) ? sampleSizeRate(baseline.rate, target, certainty) : null;
}

function powerOf(baseline: Baseline, lift: number, perArm: number, alpha: number): number | null {
  if (baseline.kind === 'mean') return powerMean(baseline.sd, baseline.mean * lift, perArm, alpha);
  const target = baseline.rate * (1 + lift);
  return isRate(baseline.rate) && isRate(target) ? powerRate(baseline.rate, target, perArm, alpha) : null;
}

function isRate(rate: number): boolean {
  return rate > 0 && rate < 1;
}
