// Looks at a phase, for tests: a design, arms as they were counted, and the moment of the look.
import { ExperimentDesign } from '../experiment/design';
import type { LookedAt } from '../experiment/look-report';
import { type ArmStatistics, emptyArm } from '../experiment/look-statistics';
import type { PhaseDesign } from '../experiment/phase-design';
import { DAY_MS as DAY } from './build-look';

export type Change = { readonly holdoutPercent?: number } & Readonly<Record<string, unknown>>;

export function phaseDesign(
  { holdoutPercent = 0, ...change }: Change = {},
  ids: readonly string[] = ['a', 'b'],
): PhaseDesign {
  const percent = 100 / ids.length;
  return {
    ...ExperimentDesign.parse(change),
    ...{ name: 'Warm or plain', paused: [], holdoutPercent, countedFrom: 'send', leadMs: 0 },
    arms: ids.map((id) => ({ id, name: id.toUpperCase(), percent, print: id })),
  };
}

export function armCounts(
  id: string,
  people: number,
  converted: number,
  more: Partial<ArmStatistics> = {},
): ArmStatistics {
  const counts = { assigned: people, exposed: people, matured: people, counted: people, converted };
  return { ...emptyArm(id), ...counts, ...more };
}

export const lookedAt = (
  arms: readonly ArmStatistics[],
  change: Partial<LookedAt> = {},
  twoArmPeople = 0,
): LookedAt => ({
  ...{ design: phaseDesign(), planned: 4_000, elapsedMs: 10 * DAY },
  statistics: { arms: [...arms], secondary: [], periods: [], twoArmPeople, leftOut: 0, cap: null },
  ...change,
});

export const NO_HISTORY = { mean: 0, variance: 0, covariance: 0, people: 0 };
