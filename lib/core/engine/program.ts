// What a journey version compiles to. Immutable, stored as jsonb beside the document it came from.
import type { Condition } from '../condition/condition';
import type { ConditionNeeds } from '../condition/condition-needs';
import type { Id } from '../id';

export type NodeId = Id<'nod'>;

/** A reason to touch a customer: what happened, if it passes the filter, enrolls, resumes, converts or ends. */
export interface TriggerRule {
  /** Where it enrolls or resumes; null for goals and exit rules, which hold wherever the customer stands. */
  readonly nodeId: NodeId | null;
  readonly effect: 'enroll' | 'resume' | 'convert' | 'exit';
  /**
   * event: something the customer did. signal: something the product noticed (a segment was entered, somebody asked
   * for the customer to be let in). change: anything by which the filter may have come true; then `event` is empty.
   */
  readonly on: 'event' | 'signal' | 'change';
  readonly event: string;
  readonly filter: Condition | null;
  /** enroll: path of the event property that keys the enrollment; resume: the one that must equal the key. */
  readonly key: readonly string[] | null;
  /** enroll only: whether an event that reached us more than 72 hours after it happened still starts the journey. */
  readonly acceptsLate: boolean;
  /** What a goal or exit rule is called, for the decision. */
  readonly label: string;
  /** convert only: whether the passage ends with it. */
  readonly ends: boolean;
}

/** What nodes say of a rule; the compiler adds where it belongs. */
export type NodeRule = Omit<TriggerRule, 'nodeId' | 'label' | 'ends'>;

/** One node, ready to run: its checked data, and where each of its exits leads (null: the journey ends there). */
export interface Step {
  readonly type: string;
  readonly data: unknown;
  readonly exits: Readonly<Record<string, NodeId | null>>;
}

/** Who may enter, and how often. */
interface EntryLimits {
  readonly reentry: 'once' | 'after' | 'unlimited';
  readonly reentryAfterMs: number;
  /** by-key: one passage at a time for each key; one: one whatever the key. */
  readonly concurrency: 'by-key' | 'one';
  /** 0 to 50. */
  readonly holdoutPercent: number;
  /** Nobody enters before or after (ms). */
  readonly startsAt: number | null;
  readonly endsAt: number | null;
}

export interface Program extends EntryLimits {
  readonly format: 1;
  /** What its conditions look at beyond the event at hand. */
  readonly needs: ConditionNeeds;
  readonly steps: Readonly<Record<NodeId, Step>>;
  readonly rules: readonly TriggerRule[];
}
