// The state of one passage of one customer through one journey version, and what a step may do to it.
import type { Id } from '../id';
import type { Json, JsonObject } from '../json';
import type { NodeId } from './program';
import type { ReasonCode } from './reason';

/** The event that enrolled the customer, kept so that branches and messages can read its properties. */
export interface Trigger {
  readonly event: string;
  readonly messageId: string;
  readonly properties: JsonObject;
}

export interface Enrollment {
  readonly id: Id<'enr'>;
  readonly journeyId: Id<'jrn'>;
  readonly version: number;
  readonly customerId: Id<'cus'>;
  /** Tells parallel passages of one customer apart, e.g. an order id; '' when the trigger has no key. */
  readonly key: string;
  readonly status: 'waiting' | 'ended';
  readonly nodeId: NodeId | null;
  /** How many nodes were entered so far; makes every command key unique within the enrollment. */
  readonly visits: number;
  /** Instants in ms since 1970 (UTC). */
  readonly enteredAt: number;
  readonly wakeAt: number | null;
  readonly endedAt: number | null;
  readonly endReason: ReasonCode | null;
  readonly trigger: Trigger;
}

/** One recorded outcome: why a customer entered, moved, waited, ended, or did not enter. */
export interface Decision {
  readonly nodeId: NodeId | null;
  readonly code: ReasonCode;
  readonly at: number;
  readonly inputs: JsonObject;
}

/** An effect as data. `key` is unique per (enrollment, visit), so that a repeat is recognised everywhere. */
export interface Command {
  readonly key: string;
  readonly type: 'send-email' | 'send-sms' | 'call-webhook';
  readonly nodeId: NodeId;
  readonly at: number;
  readonly payload: JsonObject;
}

/** Why a node is visited: the customer has just arrived, or waited there and now something ended the wait. */
type Cause =
  | { readonly kind: 'entered' }
  | { readonly kind: 'event'; readonly event: string; readonly properties: JsonObject }
  | { readonly kind: 'due' };

/** The moment of a step: the time (ms), the cause, and the customer's attributes at that time. */
export interface Moment {
  readonly now: number;
  readonly cause: Cause;
  readonly attributes: JsonObject;
  /** When this should have run (ms); a late worker makes it earlier than `now`. Left out: it is on time. */
  readonly dueAt?: number;
}

/** What one node decides. `go` leaves by an exit at once, `wait` stays, `end` ends the enrollment. */
export type StepOutcome =
  | {
      readonly kind: 'go';
      readonly exit: string;
      readonly code: ReasonCode;
      readonly inputs?: JsonObject;
      readonly command?: Pick<Command, 'type' | 'payload'>;
      readonly set?: { readonly attribute: string; readonly value: Json };
    }
  | { readonly kind: 'wait'; readonly until: number; readonly code: ReasonCode; readonly inputs?: JsonObject }
  | { readonly kind: 'end'; readonly code: ReasonCode };
