// A design as a phase freezes it: what is compared, by which figures, and from when on people count.
import { z } from 'zod';
import type { NodeId, Program } from '../engine/program';
import { isSameJson } from '../json';
import { armPrints } from './arm-print';
import { countedFrom } from './counted-from';
import { dealtShares } from './dealt-shares';
import { ExperimentDesign } from './design';
import { HOLDOUT_ARM } from './holdout-arm';

const PhaseArm = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Of those who are not held out, in percent. */
  percent: z.number(),
  /** What the arm does; another print is another arm. */
  print: z.string(),
});

export const PhaseDesign = z.strictObject({
  ...ExperimentDesign.shape,
  /** What the experiment is called: the node's name. */
  name: z.string(),
  arms: z.array(PhaseArm),
  holdoutPercent: z.number(),
  /** Arms that did harm in an earlier phase, and that nobody is dealt in this one. */
  paused: z.array(z.string()).default([]),
  countedFrom: z.enum(['send', 'split']),
  /** Of those counted from the split: how much later than it the latest arm is expected to send (ms). */
  leadMs: z.number(),
});
export type PhaseDesign = z.infer<typeof PhaseDesign>;

/** What is asked of an experiment node's data: as much as a phase is made of. */
const SplitData = z.object({
  arms: z.array(z.object({ id: z.string(), name: z.string(), percent: z.number() })),
  holdoutPercent: z.number(),
  design: ExperimentDesign,
});

export function phaseDesignOf(program: Program, nodeId: NodeId, name: string): PhaseDesign {
  const { arms, holdoutPercent, design } = SplitData.parse(program.steps[nodeId]?.data);
  const prints = armPrints(program, nodeId);
  const counted = countedFrom(program, nodeId);
  return {
    ...design,
    name,
    arms: arms.map(({ id, name: called, percent }, index) => ({
      id,
      name: called || String(index + 1),
      percent,
      print: prints.get(id) ?? '',
    })),
    holdoutPercent,
    paused: [],
    countedFrom: counted.kind,
    leadMs: counted.kind === 'split' ? counted.leadMs : 0,
  };
}

/** Whether what was measured under one may be pooled with the other. Names, wording, guardrails and what follows may change. */
export function isSamePhase(one: PhaseDesign, other: PhaseDesign): boolean {
  return isSameJson(measured(one), measured(other));
}

function measured({ differs, metric, smallestLift, power, mode, days, ...design }: PhaseDesign) {
  const { holdoutPercent, paused, countedFrom: counted, leadMs } = design;
  const arms = design.arms.map(({ id, percent, print }) => ({ id, percent, print }));
  return { differs, metric, smallestLift, power, mode, days, holdoutPercent, paused, counted, leadMs, arms };
}

/** The arms that are compared, in drawing order, the holdout last. Weights in percent of everybody. */
export function comparedArms({
  arms,
  holdoutPercent,
  paused = [],
}: Pick<PhaseDesign, 'arms' | 'holdoutPercent'> & Partial<Pick<PhaseDesign, 'paused'>>): {
  id: string;
  name: string;
  weight: number;
}[] {
  const treated = dealtShares(arms, paused).map(({ id, name, percent }) => ({
    id,
    name,
    weight: (percent * (100 - holdoutPercent)) / 100,
  }));
  return holdoutPercent > 0 ? [...treated, { id: HOLDOUT_ARM, name: '', weight: holdoutPercent }] : treated;
}
