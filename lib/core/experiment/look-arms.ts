// The arms of a look, each as it stands and as it compares with the first one.
import { alwaysValid } from './always-valid';
import { chanceToBeBest } from './chance-to-be-best';
import { difference } from './difference';
import type { Estimate } from './estimate';
import { estimateArms } from './estimate-arms';
import { estimateRate } from './estimate-rate';
import { expectedLoss } from './expected-loss';
import { HOLDOUT_ARM } from './holdout-arm';
import { lift } from './lift';
import type { Against, ArmReport } from './look-figures';
import { type ArmStatistics, emptyArm, type LookStatistics } from './look-statistics';
import { comparedArms, type PhaseDesign } from './phase-design';
import { meanPosterior, mirrored, type Posterior, ratePosterior } from './posterior';
import { wilsonInterval } from './wilson-interval';

const ALPHA = 0.05;

/** An arm, what was counted of it, and what that says of the metric. */
export type LookedArm = ArmStatistics & {
  readonly name: string;
  readonly weight: number;
  readonly estimate: Estimate;
};

/** What is compared, in drawing order, the holdout last; arms that nobody was seen in are there as well. */
export function lookedArms(
  design: PhaseDesign,
  statistics: LookStatistics,
): { readonly arms: readonly LookedArm[]; readonly theta: number | null } {
  const counted = comparedArms(design).map(({ id, name, weight }) => ({
    ...(statistics.arms.find(({ arm }) => arm === id) ?? emptyArm(id)),
    ...{ name, weight },
  }));
  const { estimate, theta } = estimateArms(design.metric.measure, counted);
  return { theta, arms: counted.map((arm) => ({ ...arm, estimate: estimate(arm) })) };
}

/** The bound that holds at every look for a pair of arms, at its part of the planned people. */
export function boundOf(
  arms: readonly LookedArm[],
  planned: number,
  pair: readonly [string, string],
): { readonly z: (people: number) => number; readonly p: (people: number, statistic: number) => number } {
  const total = arms.reduce((all, { weight }) => all + weight, 0);
  const part = arms.filter(({ arm }) => pair.includes(arm)).reduce((all, { weight }) => all + weight, 0);
  const ofPair = Math.max(1, (planned * part) / Math.max(total, Number.MIN_VALUE));
  return {
    z: (people) => alwaysValid.z(people, ALPHA, ofPair),
    p: (people, statistic) => alwaysValid.p(people, statistic, ALPHA, ofPair),
  };
}

export function reportArms(
  { metric }: Pick<PhaseDesign, 'metric'>,
  planned: number,
  arms: readonly LookedArm[],
): ArmReport[] {
  const baseline = arms.find(({ arm }) => arm !== HOLDOUT_ARM);
  const treated = arms.flatMap((arm) => {
    const isSeen = arm.arm !== HOLDOUT_ARM && arm.weight > 0 && arm.counted > 0;
    const posterior = isSeen ? posteriorOf(metric, arm) : null;
    return posterior ? [{ arm: arm.arm, posterior }] : [];
  });
  // What is supposed before any data says nothing of an arm, and an arm alone is the best of nothing.
  const posteriors = treated.length < 2 ? [] : treated.map(({ posterior }) => posterior);
  const [chances, losses] = [chanceToBeBest(posteriors), expectedLoss(posteriors)];
  return arms.map((looked) => {
    const { estimate: _, ...arm } = looked;
    const at = treated.findIndex((one) => one.arm === arm.arm);
    const { value } = estimateRate(arm.converted, arm.counted);
    return {
      ...arm,
      value: figureOf(metric, looked),
      rate: { value, ...wilsonInterval(arm.converted, arm.counted) },
      against: !baseline || looked === baseline ? null : against(arms, planned, [baseline, looked]),
      chance: chances[at] ?? null,
      loss: losses[at] ?? null,
    };
  });
}

/** As it was counted: what history takes away belongs to comparisons alone. */
function figureOf({ measure }: PhaseDesign['metric'], { mean, estimate }: LookedArm): number {
  return measure === 'sum' ? mean : estimate.value;
}

/** Of what is better the more there is of it; null where too little is known. */
export function posteriorOf(
  { measure, better }: PhaseDesign['metric'],
  { converted, counted, estimate }: LookedArm,
): Posterior | null {
  const posterior = measure === 'converted' ? ratePosterior(converted, counted) : meanPosterior(estimate);
  return posterior !== null && better === 'lower' ? mirrored(posterior) : posterior;
}

function against(
  arms: readonly LookedArm[],
  planned: number,
  [baseline, arm]: readonly [LookedArm, LookedArm],
): Against | null {
  const found = difference(baseline.estimate, arm.estimate);
  if (found === null) return null;
  const bound = boundOf(arms, planned, [baseline.arm, arm.arm]);
  const z = bound.z(found.people);
  const statistic = found.value === 0 ? 0 : found.value / found.se;
  const relative = lift(baseline.estimate, arm.estimate, z);
  return {
    ...{ difference: found.value, se: found.se, z, p: bound.p(found.people, statistic) },
    ...{ lift: relative?.value ?? null, interval: relative?.interval ?? null },
  };
}
