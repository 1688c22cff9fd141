// Which arms a batch dealt, and which of its messages make people count: what the engine's shell has to write down.
import type { BatchCommand, BatchDecision, BatchOutcome } from '../engine/batch';
import type { Enrollment } from '../engine/enrollment';
import type { NodeId } from '../engine/program';
import { getProgram, type RuleIndex } from '../engine/rule-index';
import type { Id } from '../id';
import type { JsonObject } from '../json';
import { type CountedFrom, countedFrom } from './counted-from';

/** Marks a message in its payload: when it is handed to sending, its customer counts from then on. */
interface Exposing {
  readonly nodeId: NodeId;
  readonly phase: number;
  readonly arm: string;
}

/** Somebody came to an experiment and was dealt an arm, or held out. */
export interface Assignment extends Exposing {
  readonly journeyId: Id<'jrn'>;
  readonly customerId: Id<'cus'>;
  readonly at: number;
  /** By which of the phase's shares. */
  readonly period: number;
  /** Whether they count from this moment on. */
  readonly isExposed: boolean;
}

export interface DealtArms {
  readonly assignments: readonly Assignment[];
  /** The batch's commands, marked, and those of messages that the held out would have got. */
  readonly commands: readonly BatchCommand[];
}

interface Dealt {
  readonly decision: BatchDecision & { readonly enrollmentId: Id<'enr'>; readonly nodeId: NodeId };
  readonly exposing: Exposing;
  readonly period: number;
  readonly counted: CountedFrom;
}

export function dealtArms(
  index: RuleIndex,
  { decisions, commands, enrollments }: Pick<BatchOutcome, 'decisions' | 'commands' | 'enrollments'>,
): DealtArms {
  const dealt = decisions.flatMap((decision) => dealtBy(index, decision));
  if (dealt.length === 0) return { assignments: [], commands };
  const passages = new Map(enrollments.map((one) => [one.id, one]));
  return {
    assignments: dealt.map(({ decision: { journeyId, customerId, at }, period, exposing, counted }) => ({
      ...exposing,
      ...{ journeyId, customerId, at, period, isExposed: counted.kind === 'split' },
    })),
    commands: [
      ...commands.map((command) => marked(command, dealt)),
      ...dealt.flatMap((one) => wouldSend(one, passages.get(one.decision.enrollmentId))),
    ],
  };
}

function dealtBy(index: RuleIndex, decision: BatchDecision): Dealt[] {
  const { code, enrollmentId, nodeId, inputs } = decision;
  if (code !== 'arm-assigned' && code !== 'arm-held-out') return [];
  const { arm, phase, period } = inputs;
  if (enrollmentId === null || nodeId === null || typeof arm !== 'string' || typeof phase !== 'number')
    return [];
  const counted = countedFrom(getProgram(index, decision), nodeId);
  const by = { exposing: { nodeId, phase, arm }, period: typeof period === 'number' ? period : 1 };
  return [{ decision: { ...decision, enrollmentId, nodeId }, ...by, counted }];
}

/** What a passage sends at the moment it was dealt an arm is the arm's message. */
function marked(command: BatchCommand, dealt: readonly Dealt[]): BatchCommand {
  if (command.type !== 'send-email' && command.type !== 'send-sms') return command;
  const exposes = dealt
    .filter(
      ({ decision: { enrollmentId, at, code }, counted }) =>
        counted.kind === 'send' &&
        code === 'arm-assigned' &&
        enrollmentId === command.enrollmentId &&
        at === command.at,
    )
    .map(({ exposing }) => ({ ...exposing }));
  return exposes.length === 0 ? command : { ...command, payload: { ...command.payload, exposes } };
}

/** The first arm's message, to be judged by the sender like any other and never sent. */
function wouldSend({ decision, exposing, counted }: Dealt, passage: Enrollment | undefined): BatchCommand[] {
  if (decision.code !== 'arm-held-out' || counted.kind !== 'send' || passage === undefined) return [];
  const { customerId, journeyId, version, enrollmentId, at } = decision;
  const { nodeId, step } = counted.message;
  const { event, properties } = passage.trigger;
  // A step's data is JSON by its schema; only this type of it is not known here.
  const data = step.data as JsonObject;
  const payload = {
    ...data,
    trigger: { event, properties },
    saved: passage.saved,
    dueAt: at,
    exposes: [{ ...exposing }],
    isHeldOut: true,
  };
  const key = `${enrollmentId}.${exposing.nodeId}.${exposing.phase}.${at}.held-out`;
  const type = step.type === 'send-sms' ? 'send-sms' : 'send-email';
  return [{ key, type, customerId, journeyId, version, enrollmentId, nodeId, at, payload }];
}
