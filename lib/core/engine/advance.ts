// One moment of one enrollment: from where it stands, through node after node, to the next wait or the end.

import type { JsonObject } from '../json';
import { isNodeType, nodeOf } from '../nodes/registry';
import type { Command, Decision, Emission, Enrollment, Moment, StepOutcome } from './enrollment';
import { mergeTraits } from './merge-traits';
import type { NodeId, Program, Step } from './program';
import type { ReasonCode } from './reason';

/** More nodes than this at one moment mean a loop that compile should have refused; the passage is ended. */
export const MAX_HOPS = 1000;

const ENTERED = { kind: 'entered' } as const;

export interface Advanced {
  readonly enrollment: Enrollment;
  /** In the order they were taken. */
  readonly decisions: readonly Decision[];
  readonly commands: readonly Command[];
  /** What steps made happen, each under the key of its visit. */
  readonly emissions: readonly KeyedEmission[];
  /** The customer's attributes afterwards; the very object of the moment where nothing was set. */
  readonly attributes: JsonObject;
  /** The nodes that were gone through, in order; a node that only began to wait is not among them. */
  readonly passed: readonly NodeId[];
}

interface KeyedEmission {
  readonly key: string;
  readonly emission: Emission & { readonly nodeId: NodeId };
}

/** What has happened so far at this moment. Filled by one call of `advance` and never seen half-done outside. */
interface Run {
  enrollment: Enrollment;
  moment: Moment;
  readonly decisions: Decision[];
  readonly commands: Command[];
  readonly emissions: KeyedEmission[];
  readonly passed: NodeId[];
}

/** Whether the cause can end the wait: never early, and an event only where the program listens for one. */
function isAwaited(
  program: Program,
  { status, nodeId, wakeAt }: Enrollment,
  { cause, now }: Moment,
): boolean {
  if (status === 'ended') return false;
  if (cause.kind === 'due') return wakeAt !== null && wakeAt <= now;
  if (cause.kind === 'event' || cause.kind === 'change') {
    return program.rules.some((rule) => rule.effect === 'resume' && rule.nodeId === nodeId);
  }
  return true;
}

function decide(run: Run, code: ReasonCode, inputs: JsonObject = {}): void {
  run.decisions.push({ nodeId: run.enrollment.nodeId, code, at: run.moment.now, inputs });
}

function end(run: Run, code: ReasonCode, inputs?: JsonObject): false {
  decide(run, code, inputs);
  const { now } = run.moment;
  run.enrollment = { ...run.enrollment, status: 'ended', wakeAt: null, endedAt: now, endReason: code };
  return false;
}

function ask(run: Run, nodeId: NodeId, command: Pick<Command, 'type' | 'payload'> | undefined): void {
  if (command) run.commands.push({ ...command, key: keyOfVisit(run), nodeId, at: run.moment.now });
}

const keyOfVisit = ({ enrollment }: Run) => `${enrollment.id}.${enrollment.visits}`;

function wait(run: Run, nodeId: NodeId, outcome: StepOutcome & { kind: 'wait' }): false {
  const { until, code, inputs, command } = outcome;
  decide(run, code, inputs);
  ask(run, nodeId, command);
  run.enrollment = { ...run.enrollment, wakeAt: until === null ? null : Math.max(until, run.moment.now) };
  return false;
}

function go(run: Run, nodeId: NodeId, step: Step, outcome: StepOutcome & { kind: 'go' }): boolean {
  const { moment } = run;
  const { exit, code, inputs = {}, command, set, save, emit } = outcome;
  run.decisions.push({ nodeId, code, at: moment.now, inputs, exit });
  run.passed.push(nodeId);
  ask(run, nodeId, command);
  if (emit) run.emissions.push({ key: keyOfVisit(run), emission: { ...emit, nodeId } });
  if (save) run.enrollment = { ...run.enrollment, saved: { ...run.enrollment.saved, ...save } };
  const { enrollment } = run;
  const attributes = set ? mergeTraits(moment.attributes, set) : moment.attributes;
  run.moment = { ...moment, attributes, cause: ENTERED };
  const next = step.exits[exit] ?? null;
  if (next === null) return end(run, 'path-ended');
  const visits = enrollment.visits + 1;
  run.enrollment = { ...enrollment, nodeId: next, visits, arrivedAt: moment.now, wakeAt: null };
  return true;
}

/** Visits the node the customer stands at. @returns whether there is another one to visit at this moment */
function hop(program: Program, run: Run): boolean {
  const { nodeId } = run.enrollment;
  const step = nodeId === null ? undefined : program.steps[nodeId];
  if (nodeId === null || step === undefined || !isNodeType(step.type)) return end(run, 'node-missing');
  const outcome = nodeOf(step.type).step(step.data, run);
  if (outcome.kind === 'go') return go(run, nodeId, step, outcome);
  if (outcome.kind === 'wait') return wait(run, nodeId, outcome);
  run.passed.push(nodeId);
  return end(run, outcome.code, outcome.inputs);
}

/**
 * Moves an enrollment on. Pure, synchronous, deterministic: time, cause and attributes come with the moment.
 *
 * With cause `entered` the customer has just been put at `enrollment.nodeId`; with `due` or `event` they waited there.
 * A cause that does not end the wait (a timer that is not due yet, an event the node does not listen for, anything
 * after the end) changes nothing and decides nothing. Command keys are `<enrollment id>.<visits>`: the same moment
 * worked twice gives the same keys, two visits never share one.
 *
 * `moment.now` and `moment.dueAt` are ms since 1970. A node that is gone ends the passage with `node-missing`,
 * more than 1,000 nodes at one moment end it with `too-many-steps`.
 */
export function advance(program: Program, enrollment: Enrollment, moment: Moment): Advanced {
  const run: Run = { enrollment, moment, decisions: [], commands: [], emissions: [], passed: [] };
  let hops = 0;
  let isMoving = isAwaited(program, enrollment, moment);
  while (isMoving) {
    hops += 1;
    isMoving = hops > MAX_HOPS ? end(run, 'too-many-steps') : hop(program, run);
  }
  const { decisions, commands, emissions, passed } = run;
  return {
    enrollment: run.enrollment,
    decisions,
    commands,
    emissions,
    attributes: run.moment.attributes,
    passed,
  };
}
