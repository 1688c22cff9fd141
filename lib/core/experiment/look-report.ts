// From what was counted to what the page says: one pure function, so that a stored look is always told the same way.
import { alwaysValid } from './always-valid';
import { chanceToBeBest } from './chance-to-be-best';
import { decide } from './decide';
import { difference } from './difference';
import type { Estimate } from './estimate';
import { estimateRate } from './estimate-rate';
import { expectedLoss } from './expected-loss';
import { guardrailBreaches } from './guardrail-breaches';
import { HOLDOUT_ARM } from './holdout-arm';
import { incrementality } from './incrementality';
import { lift } from './lift';
import type { Against, Incrementality, LookReport } from './look-figures';
import { type ArmStatistics, emptyArm, type LookStatistics } from './look-statistics';
import { comparedArms, type PhaseDesign } from './phase-design';
import { meanPosterior, mirrored, type Posterior, ratePosterior } from './posterior';
import { sampleRatio } from './sample-ratio';
import type { DecisionPlan } from './verdict';
import { wilsonInterval } from './wilson-interval';

const ALPHA = 0.05;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Which version of the rule decided: to be raised with every change of `decide`. */
export const RULE = 1;

export interface LookedAt {
  readonly design: PhaseDesign;
  readonly planned: number;
  readonly elapsedMs: number;
  readonly statistics: LookStatistics;
}

export function lookReport(looked: LookedAt): LookReport {
  const { design, planned, elapsedMs, statistics } = looked;
  const arms = comparedArms(design).map(({ id, name, weight }) => ({
    ...(statistics.arms.find(({ arm }) => arm === id) ?? emptyArm(id)),
    ...{ name, weight },
  }));
  const treated = arms.filter(({ arm }) => arm !== HOLDOUT_ARM);
  const [baseline = emptyArm('')] = treated;
  const breaches = guardrailBreaches(design.guardrails, baseline, treated.slice(1), planned);
  const { twoArmPeople } = statistics;
  const exposed = sum(arms, 'exposed');
  const plan = decisionPlan(design, planned);
  const decision = decide(plan, {
    elapsedMs,
    arms: arms.map((one) => ({
      ...{ id: one.arm, weight: one.weight, exposed: one.exposed, conversions: one.converted },
      estimate: estimateOf(design, one),
    })),
    twoArmPeople,
    hasGuardrailBreach: breaches.length > 0,
  });
  const chances = chancesOf(design, treated);
  return {
    arms: arms.map((arm) => ({
      ...arm,
      rate: {
        value: estimateRate(arm.converted, arm.counted).value,
        ...wilsonInterval(arm.converted, arm.counted),
      },
      against: arm.arm === baseline.arm ? null : against(looked, baseline, arm),
      chance: chances.chances[chances.arms.indexOf(arm.arm)] ?? null,
      loss: chances.losses[chances.arms.indexOf(arm.arm)] ?? null,
    })),
    ...{
      verdict: decision.verdict,
      unmet: [...decision.unmet],
      leader: decision.leader,
      isOver: decision.isOver,
    },
    splitP: sampleRatio(arms.map(({ exposed: people, weight }) => ({ people, weight }))).p,
    twoArmPeople,
    twoArmShare: share(twoArmPeople, exposed + twoArmPeople),
    maturedShare: share(sum(arms, 'matured'), exposed),
    breaches,
    incrementality: incrementalityOf(looked, arms),
    ...{ cap: statistics.cap, rule: RULE },
    daysLeft: exposed === 0 ? null : Math.max(0, ((planned - exposed) * elapsedMs) / exposed / DAY_MS),
  };
}

function decisionPlan({ mode, metric, days }: PhaseDesign, planned: number): DecisionPlan {
  return {
    mode,
    isHigherBetter: metric.better === 'higher',
    alpha: ALPHA,
    plannedPeople: planned,
    leastMs: mode === 'test-then-send' ? metric.windowHours * HOUR_MS : 7 * DAY_MS,
    durationMs: mode === 'open-ended' ? null : days * DAY_MS,
  };
}

function estimateOf(
  { metric }: PhaseDesign,
  { counted, converted, mean, variance }: ArmStatistics,
): Estimate {
  return metric.measure === 'converted'
    ? estimateRate(converted, counted)
    : { n: counted, value: mean, variance };
}

type Weighed = ArmStatistics & { readonly weight: number };

/** The pair's part of the planned people. */
function plannedPair({ design, planned }: LookedAt, one: string, other: string): number {
  const arms = comparedArms(design);
  const total = arms.reduce((all, { weight }) => all + weight, 0);
  const pair = arms
    .filter(({ id }) => id === one || id === other)
    .reduce((all, { weight }) => all + weight, 0);
  return Math.max(1, (planned * pair) / Math.max(total, Number.MIN_VALUE));
}

function against(looked: LookedAt, baseline: ArmStatistics, arm: ArmStatistics): Against | null {
  const [control, variant] = [estimateOf(looked.design, baseline), estimateOf(looked.design, arm)];
  const found = difference(control, variant);
  if (found === null) return null;
  const planned = plannedPair(looked, baseline.arm, arm.arm);
  const z = alwaysValid.z(found.people, ALPHA, planned);
  const statistic = found.value === 0 ? 0 : found.value / found.se;
  const p = alwaysValid.p(found.people, statistic, ALPHA, planned);
  const relative = lift(control, variant, z);
  return {
    ...{ difference: found.value, se: found.se, z, p },
    ...{ lift: relative?.value ?? null, interval: relative?.interval ?? null },
  };
}

/** In the same order; arms of which nothing is known are not among them. */
interface Chances {
  readonly arms: readonly string[];
  readonly chances: readonly number[];
  readonly losses: readonly number[];
}

function chancesOf(design: PhaseDesign, arms: readonly ArmStatistics[]): Chances {
  const { metric } = design;
  const known = arms.flatMap((arm): { arm: string; posterior: Posterior }[] => {
    const posterior =
      metric.measure === 'converted'
        ? ratePosterior(arm.converted, arm.counted)
        : meanPosterior(estimateOf(design, arm));
    if (posterior === null) return [];
    return [{ arm: arm.arm, posterior: metric.better === 'higher' ? posterior : mirrored(posterior) }];
  });
  const posteriors = known.map(({ posterior }) => posterior);
  const [chances, losses] = [chanceToBeBest(posteriors), expectedLoss(posteriors)];
  return { arms: known.map(({ arm }) => arm), chances, losses };
}

function incrementalityOf(looked: LookedAt, arms: readonly Weighed[]): Incrementality[] {
  const holdout = arms.find(({ arm }) => arm === HOLDOUT_ARM);
  if (holdout === undefined) return [];
  const base = estimateOf(looked.design, holdout);
  return arms.flatMap((arm) => {
    if (arm === holdout) return [];
    const z = alwaysValid.z(base.n + arm.counted, ALPHA, plannedPair(looked, holdout.arm, arm.arm));
    const found = incrementality(base, estimateOf(looked.design, arm), z);
    return found ? [{ arm: arm.arm, value: found.extra, ...found.extraInterval, share: found.share }] : [];
  });
}

function sum(arms: readonly ArmStatistics[], field: 'exposed' | 'matured'): number {
  return arms.reduce((all, arm) => all + arm[field], 0);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
