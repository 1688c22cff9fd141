// What a journey version compiles to. Immutable, stored as jsonb beside the document it came from.
import type { Condition } from '../condition/condition';
import type { Id } from '../id';

export type NodeId = Id<'nod'>;

/** A reason to touch a customer: an event of this name that passes the filter enrolls or resumes them at a node. */
export interface TriggerRule {
  readonly nodeId: NodeId;
  readonly effect: 'enroll' | 'resume';
  readonly event: string;
  readonly filter: Condition | null;
  /** enroll: path of the event property that keys the enrollment; resume: the one that must equal the key. */
  readonly key: readonly string[] | null;
  /** enroll only: whether an event that reached us more than 72 hours after it happened still starts the journey. */
  readonly acceptsLate: boolean;
}

/** One node, ready to run: its checked data, and where each of its exits leads (null: the journey ends there). */
export interface Step {
  readonly type: string;
  readonly data: unknown;
  readonly exits: Readonly<Record<string, NodeId | null>>;
}

export interface Program {
  readonly format: 1;
  readonly reentry: 'once' | 'unlimited';
  readonly steps: Readonly<Record<NodeId, Step>>;
  readonly rules: readonly TriggerRule[];
}
