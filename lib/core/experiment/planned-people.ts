// How many people an experiment is planned for, over all arms: frozen at its start, because it may not follow the data.
import { type ExperimentPlan, type PlanQuestion, planExperiment } from './experiment-plan';
import { comparedArms, type PhaseDesign } from './phase-design';
import type { DecisionMode } from './verdict';

const ALPHA = 0.05;
/** What is supposed of a shop that has no past: one in twenty does it. */
const UNKNOWN: PlanQuestion['baseline'] = { kind: 'rate', rate: 0.05 };
/** Where even that gives no plan, e.g. with one arm. */
const WITHOUT_PLAN = 10_000;

type Planned = Pick<
  PhaseDesign,
  'arms' | 'holdoutPercent' | 'paused' | 'smallestLift' | 'power' | 'mode' | 'metric'
>;

/** Optimise mode proves nothing; it is planned as if there were one look at its end. */
export function decisionModeOf(mode: PhaseDesign['mode']): DecisionMode {
  return mode === 'optimise' ? 'test-then-send' : mode;
}

/** Null where the baseline gives none: nobody ever did it, or everybody always does. */
export function planOf(
  design: Planned,
  baseline: PlanQuestion['baseline'] | null,
  peoplePerDay: number,
): ExperimentPlan | null {
  const { smallestLift, power, mode, metric } = design;
  const sign = metric.better === 'higher' ? 1 : -1;
  return planExperiment({
    baseline: baseline ?? UNKNOWN,
    smallestLift: (sign * smallestLift) / 100,
    weights: comparedArms(design).map(({ weight }) => weight),
    power: power / 100,
    ...{ mode: decisionModeOf(mode), alpha: ALPHA, peoplePerDay },
  });
}

export function plannedPeople(design: Planned, baseline: PlanQuestion['baseline'] | null): number {
  const plan = planOf(design, baseline, 0) ?? planOf(design, null, 0);
  return plan?.people ?? WITHOUT_PLAN;
}
