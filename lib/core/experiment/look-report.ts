// From what was counted to what the page says: one pure function, so that a stored look is always told the same way.
import { decide } from './decide';
import { guardrailBreaches } from './guardrail-breaches';
import { HOLDOUT_ARM } from './holdout-arm';
import { type LookedArm, lookedArms, posteriorOf, reportArms } from './look-arms';
import { extraOf, secondaryFigures } from './look-extras';
import type { LookReport } from './look-figures';
import { emptyArm, type LookStatistics } from './look-statistics';
import { leastSplitP, optimiseLook } from './optimise-look';
import type { PhaseDesign } from './phase-design';
import { sampleRatio } from './sample-ratio';
import type { DecisionPlan, Gate, Look } from './verdict';

const ALPHA = 0.05;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MOST_TWO_ARM_SHARE = 0.01;
/** Which version of the rule decided: to be raised with every change of `decide` or of what it is given. */
export const RULE = 3;

export interface LookedAt {
  readonly design: PhaseDesign;
  readonly planned: number;
  readonly elapsedMs: number;
  readonly statistics: LookStatistics;
}

export function lookReport({ design, planned, elapsedMs, statistics }: LookedAt): LookReport {
  const { arms, theta } = lookedArms(design, statistics);
  const treated = arms.filter(({ arm, weight }) => arm !== HOLDOUT_ARM && weight > 0);
  const [baseline = emptyArm('')] = treated;
  const breaches = guardrailBreaches(design.guardrails, baseline, treated.slice(1), planned);
  const { twoArmPeople, secondary } = statistics;
  const exposed = sum(arms, 'exposed');
  const look: Look = {
    elapsedMs,
    arms: arms.map(({ arm: id, weight, exposed: seen, converted: conversions, estimate }) => ({
      ...{ id, weight, exposed: seen, conversions, estimate },
    })),
    twoArmPeople,
    hasGuardrailBreach: breaches.length > 0,
  };
  const twoArmShare = share(twoArmPeople, exposed + twoArmPeople);
  const { mode } = design;
  return {
    arms: reportArms(design, planned, arms),
    ...(mode === 'optimise'
      ? optimised(design, statistics, treated, look, twoArmShare)
      : decided(design, mode, planned, look)),
    ...{ twoArmPeople, twoArmShare },
    maturedShare: share(sum(arms, 'matured'), exposed),
    ...{ breaches, theta },
    incrementality: extraOf(design.metric.measure, secondary, arms, planned),
    secondary: secondaryFigures(secondary, arms, planned),
    ...{ cap: statistics.cap, leftOut: statistics.leftOut, rule: RULE },
    daysLeft:
      exposed === 0 || mode === 'optimise'
        ? null
        : Math.max(0, ((planned - exposed) * elapsedMs) / exposed / DAY_MS),
  };
}

type Concluded = Pick<LookReport, 'verdict' | 'unmet' | 'leader' | 'isOver' | 'splitP' | 'shares'>;

function decided(design: PhaseDesign, mode: DecisionPlan['mode'], planned: number, look: Look): Concluded {
  const { verdict, unmet, leader, isOver } = decide(decisionPlan(design, mode, planned), look);
  const splitP = sampleRatio(look.arms.map((arm) => ({ people: arm.exposed, weight: arm.weight }))).p;
  return { verdict, unmet: [...unmet], leader, isOver, splitP, shares: null };
}

/** Nothing is proven here, but a split, people or arms that are ill stop it just the same. */
function optimised(
  { metric }: PhaseDesign,
  { periods }: LookStatistics,
  treated: readonly LookedArm[],
  { hasGuardrailBreach }: Look,
  twoArmShare: number,
): Concluded {
  const split = leastSplitP(periods);
  const ill: Gate[] = [
    ...(treated.length < 2 ? ['arms' as const] : []),
    ...(split.isMismatch ? ['split' as const] : []),
    ...(twoArmShare > MOST_TWO_ARM_SHARE ? ['two-arms' as const] : []),
    ...(hasGuardrailBreach ? ['guardrail' as const] : []),
  ];
  const arms = treated.map((arm) => ({
    ...{ id: arm.arm, people: arm.counted, conversions: arm.converted, posterior: posteriorOf(metric, arm) },
  }));
  const { verdict, shares, leader, unmet } = optimiseLook(arms, ill);
  return {
    verdict: ill.length > 0 ? { kind: 'unhealthy' } : verdict,
    ...{ leader, unmet: [...unmet], isOver: verdict.kind === 'settled', splitP: split.p },
    shares: ill.length > 0 ? null : shares,
  };
}

function decisionPlan(
  { metric, days }: PhaseDesign,
  mode: DecisionPlan['mode'],
  planned: number,
): DecisionPlan {
  return {
    mode,
    isHigherBetter: metric.better === 'higher',
    alpha: ALPHA,
    plannedPeople: planned,
    leastMs: mode === 'test-then-send' ? metric.windowHours * HOUR_MS : 7 * DAY_MS,
    durationMs: mode === 'open-ended' ? null : days * DAY_MS,
  };
}

function sum(arms: readonly LookedArm[], field: 'exposed' | 'matured'): number {
  return arms.reduce((all, arm) => all + arm[field], 0);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
