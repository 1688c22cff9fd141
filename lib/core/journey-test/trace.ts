// What a run of a journey test shows: every decision with its time, where the customer went, what would be sent.
import type { NodeId } from '../engine/program';
import type { ReasonCode } from '../engine/reason';
import type { Problem } from '../journey/problem';
import type { JsonObject } from '../json';
import type { PathStep, TestOutcome, TestSend } from './journey-test';

export interface TraceStep {
  /** ms since 1970. */
  readonly at: number;
  readonly nodeId: NodeId | null;
  readonly code: ReasonCode;
  readonly inputs: JsonObject;
  /** Counts passages from 0; null where nobody entered, and where a message of one was refused. */
  readonly passage: number | null;
  /** Whether the customer stays at the node by this decision. */
  readonly isWait: boolean;
  /** The exit by which the node was left; null where it was not. */
  readonly exit: string | null;
}

export interface TracePlace {
  readonly node: NodeId;
  /** Null where the customer still stands there, or left the journey there. */
  readonly exit: string | null;
  /** The decision to look at: the last one that was taken here. */
  readonly step: number;
}

export interface TraceSend {
  readonly node: NodeId;
  readonly channel: TestSend['channel'];
  readonly at: number;
}

export interface Trace {
  readonly startsAt: number;
  readonly steps: readonly TraceStep[];
  readonly path: readonly TracePlace[];
  readonly sends: readonly TraceSend[];
  readonly ended: TestOutcome;
  /** Whether the run was broken off because it took too many decisions. */
  readonly isCut: boolean;
  /** The errors for which the drawing could not be run at all. */
  readonly problems: readonly Problem[];
}

/** A place as an expectation names it. */
export function pathStepOf({ node, exit }: TracePlace): PathStep {
  return exit === null ? { node } : { node, exit };
}
