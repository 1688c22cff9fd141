// What has to hold before anything may be decided, however clear the figures look.
import { sampleRatio } from './sample-ratio';
import type { ArmLook, DecisionPlan, Gate, Look } from './verdict';

const LEAST_PER_ARM = 100;
const LEAST_CONVERSIONS = 25;
const MOST_TWO_ARM_SHARE = 0.01;

/** The gates of a look that are not met, among `arms` of positive weight. */
export function unmetGates(plan: DecisionPlan, look: Look, arms: readonly ArmLook[]): Gate[] {
  const exposed = arms.reduce((sum, arm) => sum + arm.exposed, 0);
  const conversions = arms.reduce((sum, arm) => sum + arm.conversions, 0);
  const isMet: Record<Gate, boolean> = {
    arms: arms.length >= 2,
    split: !sampleRatio(arms.map((arm) => ({ people: arm.exposed, weight: arm.weight }))).isMismatch,
    'two-arms': look.twoArmPeople <= MOST_TWO_ARM_SHARE * (exposed + look.twoArmPeople),
    guardrail: !look.hasGuardrailBreach,
    time: look.elapsedMs >= plan.leastMs,
    people: arms.every(({ estimate }) => estimate.n >= LEAST_PER_ARM),
    conversions: conversions >= LEAST_CONVERSIONS,
  };
  return GATES.filter((gate) => !isMet[gate]);
}

const GATES: readonly Gate[] = ['arms', 'split', 'two-arms', 'guardrail', 'time', 'people', 'conversions'];
