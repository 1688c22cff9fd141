// Flow: deals customers to the arms of an experiment; who is in one stays in it however often they come.
import { z } from 'zod';
import { NO_NEEDS } from '../condition/condition-needs';
import { dealtShares } from '../experiment/dealt-shares';
import { designFaults, ExperimentDesign } from '../experiment/design';
import { HOLDOUT_ARM as HOLDOUT } from '../experiment/holdout-arm';
import { hash53 } from '../hash';
import { textUpTo } from '../text';
import { defineNode, type NodeProblem } from './define-node';
import { nodeError } from './node-error';
import { WayId, wayAt, wayName, wayProblems } from './way-id';

const BUCKETS = 10_000;
const MOST_HELD_OUT = 50;
const MOST_PHASES = 1_000;

const Arm = z.strictObject({
  id: WayId,
  name: textUpTo(120).default(''),
  /** How many of a hundred of those who are not held out. */
  percent: z.number().default(50),
});

const Data = z.strictObject({
  arms: z
    .array(Arm)
    .max(10)
    .default([
      { id: 'a', name: '', percent: 50 },
      { id: 'b', name: '', percent: 50 },
    ]),
  /** How many of a hundred leave by the exit `holdout`, to be compared with all the others. */
  holdoutPercent: z.number().default(0),
  /**
   * Another one deals everybody anew: what was measured before must not be mixed with what comes after. Publishing raises it
   * in the program where arms, shares or the design have changed.
   */
  phase: z.number().default(1),
  design: ExperimentDesign.prefault({}),
  /** The arm that everybody takes, once it is decided. This and what follows publishing sets in the program, not the drawing. */
  settled: textUpTo(60).nullable().default(null),
  /** Arms that did harm: nobody is dealt them any more. */
  paused: z.array(textUpTo(60)).max(10).default([]),
  /** Optimise mode: what the arms get now, in place of their own percent. */
  shares: z.record(z.string(), z.number()).nullable().default(null),
  /** By how many shares they were dealt before, and one. */
  period: z.number().default(1),
});
type Data = z.infer<typeof Data>;

/** What makes a design unfit, as the problem that is shown beside its field. */
function designProblems({ design, holdoutPercent }: Data): NodeProblem[] {
  return designFaults(design, holdoutPercent > 0).map(({ code, field, params }) =>
    nodeError(code, `design.${field}`, params),
  );
}

function problems(data: Data): NodeProblem[] {
  const { arms, holdoutPercent, phase } = data;
  const own = wayProblems('arms', arms, { least: 2, taken: [HOLDOUT] });
  const isHoldoutSound = holdoutPercent >= 0 && holdoutPercent <= MOST_HELD_OUT;
  if (!isHoldoutSound) own.push(nodeError('bad-number', 'holdoutPercent', { least: 0, most: MOST_HELD_OUT }));
  const isPhaseSound = Number.isInteger(phase) && phase >= 1 && phase <= MOST_PHASES;
  if (!isPhaseSound) own.push(nodeError('bad-number', 'phase', { least: 1, most: MOST_PHASES }));
  return [...own, ...designProblems(data)];
}

export const experimentSplit = defineNode({
  type: 'experiment-split',
  family: 'flow',
  data: Data,
  waits: false,
  rule: () => [],
  exits: ({ arms, holdoutPercent }) => [
    ...arms.map(({ id }) => ({ id })),
    ...(holdoutPercent > 0 ? [{ id: HOLDOUT }] : []),
  ],
  compile: problems,
  needs: ({ design }) => (design.mode === 'optimise' ? { ...NO_NEEDS, records: ['arm'] } : NO_NEEDS),
  step: (data, { enrollment: { journeyId, nodeId, customerId }, moment: { world } }) => {
    const { arms, holdoutPercent, phase, settled, design, period } = data;
    const winner = arms.find(({ id }) => id === settled);
    if (winner !== undefined) {
      const inputs = { arm: winner.id, name: wayName(arms, winner), phase };
      return { kind: 'go', exit: winner.id, code: 'experiment-settled', inputs };
    }
    const had = world?.records?.arms.find(
      (one) => one.journeyId === journeyId && one.nodeId === nodeId && one.phase === phase,
    );
    const kept = design.mode === 'optimise' ? arms.find(({ id }) => id === had?.arm) : undefined;
    if (kept !== undefined) {
      const inputs = { arm: kept.id, name: wayName(arms, kept), phase, period };
      return { kind: 'go', exit: kept.id, code: 'arm-assigned', inputs };
    }
    const bucket = hash53(`experiment/${journeyId}/${nodeId}/${phase}/${customerId}`) % BUCKETS;
    // The holdout takes the last buckets, so that a larger one keeps everybody who was held out before.
    const inside = BUCKETS - Math.round(holdoutPercent * 100);
    if (bucket >= inside) {
      return { kind: 'go', exit: HOLDOUT, code: 'arm-held-out', inputs: { arm: HOLDOUT, bucket, phase } };
    }
    const shared = arms.map((arm) => ({ ...arm, percent: data.shares?.[arm.id] ?? arm.percent }));
    const open = dealtShares(shared, data.paused).filter(({ id }) => !data.paused.includes(id));
    if (open.length === 0 && arms.length > 0)
      return { kind: 'end', code: 'experiment-paused', inputs: { phase } };
    const arm = wayAt(open, Math.floor((bucket * BUCKETS) / inside));
    const exit = arm?.id ?? '';
    const dealt = {
      arm: exit,
      name: wayName(shared, arm && shared.find(({ id }) => id === arm.id)),
      bucket,
      phase,
    };
    const inputs = data.shares === null ? dealt : { ...dealt, period, percent: arm?.percent ?? 0 };
    return { kind: 'go', exit, code: 'arm-assigned', inputs };
  },
});
