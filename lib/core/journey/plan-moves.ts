// From a publish plan to what becomes of each person inside. Pure: the preview and the publish ask the same function.
import { z } from 'zod';
import type { Enrollment, StepOutcome } from '../engine/enrollment';
import type { NodeId, Program, Step } from '../engine/program';
import { isSameJson, type JsonObject } from '../json';
import { isNodeType, nodeOf } from '../nodes/registry';
import type { NodeChoice, PublishPlan } from './publish-plan';
import { spreadOver } from './spread';

/** Somebody inside, and what is known about them. */
export interface Inside {
  readonly enrollment: Enrollment;
  readonly attributes: JsonObject;
}

/** The version that is being published, and the programs of those that people are in. */
export interface NextVersion {
  readonly version: number;
  readonly program: Program;
  readonly before: ReadonlyMap<number, Program>;
  /** The workspace's. */
  readonly timeZone: string;
}

/** Where somebody stands; instants in ms. A wake-up before the arrival is for who has not been at the step yet. */
export type Place = Pick<Enrollment, 'version' | 'nodeId' | 'visits' | 'arrivedAt' | 'wakeAt'>;

export const Fate = z.enum(['stayed', 'moved', 'retimed', 'exited']);
export type Fate = z.infer<typeof Fate>;

export interface PlannedMove {
  readonly enrollment: Enrollment;
  /** What publishing does to the step they are at. */
  readonly step: 'same' | 'changed' | 'removed';
  readonly fate: Fate;
  readonly before: Place;
  /** Who exits is still where they left. */
  readonly after: Place;
  /** Whether the plan lets them go on now instead of waiting. */
  readonly isAtOnce: boolean;
}

const placeOf = ({ version, nodeId, visits, arrivedAt, wakeAt }: Enrollment): Place => ({
  version,
  nodeId,
  visits,
  arrivedAt,
  wakeAt,
});

function stepAt({ steps }: Program, nodeId: NodeId | null): Step | undefined {
  return nodeId === null ? undefined : steps[nodeId];
}

function stepChange({ nodeId, version }: Enrollment, { before, program }: NextVersion): PlannedMove['step'] {
  const after = stepAt(program, nodeId);
  if (after === undefined) return 'removed';
  const old = before.get(version);
  const was = old && stepAt(old, nodeId);
  return was?.type === after.type && isSameJson(was.data, after.data) ? 'same' : 'changed';
}

/** How the new version has somebody wait who comes to their step at `now`; null where they would go straight on. */
function waitAt(
  { enrollment, attributes }: Inside,
  { program, timeZone }: NextVersion,
  now: number,
): (StepOutcome & { kind: 'wait' }) | null {
  const step = stepAt(program, enrollment.nodeId);
  if (step === undefined || !isNodeType(step.type)) return null;
  const world = { timeZone, past: [], segments: new Set<string>(), products: new Map() };
  const moment = { now, cause: { kind: 'entered' }, attributes, world } as const;
  const outcome = nodeOf(step.type).step(step.data, { enrollment, moment });
  return outcome.kind === 'wait' ? outcome : null;
}

type Outcome = Pick<PlannedMove, 'fate' | 'after' | 'isAtOnce'>;

type Chosen<Choice extends NodeChoice['choice']> = NodeChoice & { readonly choice: Choice };

/** The same step keeps its due time; another one is arrived at now, or when it is their turn. */
function moveTo(inside: Inside, choice: Chosen<'move'>, next: NextVersion, now: number): Outcome {
  const before = placeOf(inside.enrollment);
  const { version } = next;
  const nodeId = choice.to ?? before.nodeId;
  if (nodeId === before.nodeId) return { fate: 'moved', after: { ...before, version }, isAtOnce: false };
  const wakeAt = spreadOver(inside.enrollment.id, choice.spreadHours, now);
  const after = { version, nodeId, visits: before.visits + 1, arrivedAt: wakeAt + 1, wakeAt };
  const there = { ...inside, enrollment: { ...inside.enrollment, ...after } };
  return { fate: 'moved', after, isAtOnce: wakeAt <= now && waitAt(there, next, now) === null };
}

/** The wait's end by the new length of time, counted from when they came; what is over by then goes on. */
function reTime(inside: Inside, choice: Chosen<'re-time'>, next: NextVersion, now: number): Outcome {
  const { enrollment } = inside;
  const wait = waitAt(inside, next, enrollment.arrivedAt);
  const isOver = wait === null || (wait.until !== null && wait.until <= now);
  const wakeAt = isOver ? spreadOver(enrollment.id, choice.spreadHours, now) : wait.until;
  const after = { ...placeOf(enrollment), version: next.version, wakeAt };
  return { fate: 'retimed', after, isAtOnce: isOver && choice.spreadHours === 0 };
}

function outcomeOf(inside: Inside, choice: NodeChoice, next: NextVersion, now: number): Outcome {
  switch (choice.choice) {
    case 'stay':
      return { fate: 'stayed', after: placeOf(inside.enrollment), isAtOnce: false };
    case 'move':
      return moveTo(inside, choice, next, now);
    case 're-time':
      return reTime(inside, choice, next, now);
    case 'exit':
      return { fate: 'exited', after: { ...placeOf(inside.enrollment), wakeAt: null }, isAtOnce: false };
  }
}

/** What a plan says about somebody: their step's choice where it changed under them, else what holds for all others. */
function choiceFor(nodeId: NodeId | null, step: PlannedMove['step'], plan: PublishPlan): NodeChoice {
  // Which step it is, only choices that are found below look at; nobody waits at none.
  const general = { nodeId: nodeId ?? 'nod_none', spreadHours: 0 } as const;
  if (step === 'same') return { ...general, choice: plan.others };
  return plan.nodes.find((choice) => choice.nodeId === nodeId) ?? { ...general, choice: 'stay' };
}

/**
 * One move per person, in their order: nobody is left out, nobody is put where the new version has no step, and no
 * new wake-up lies in the past. The plan must have passed `planProblem`.
 */
export function planMoves(
  insides: readonly Inside[],
  plan: PublishPlan,
  next: NextVersion,
  now: number,
): PlannedMove[] {
  return insides.map((inside) => {
    const { enrollment } = inside;
    const step = stepChange(enrollment, next);
    const outcome = outcomeOf(inside, choiceFor(enrollment.nodeId, step, plan), next, now);
    return { enrollment, step, before: placeOf(enrollment), ...outcome };
  });
}
