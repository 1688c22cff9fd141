// The state of one passage of one customer through one journey version, and what a step may do to it.
import type { PastEvent, Product } from '../condition/evaluate';
import type { Records } from '../condition/record-test';
import type { Id } from '../id';
import type { Json, JsonObject } from '../json';
import type { NodeId } from './program';
import type { ReasonCode } from './reason';

/** What enrolled the customer, kept so that branches and messages can read its properties. */
export interface Trigger {
  readonly event: string;
  readonly messageId: string;
  readonly properties: JsonObject;
  /** How many journeys in a row caused each other up to here; left out for what happened by itself. */
  readonly depth?: number;
}

export interface Enrollment {
  readonly id: Id<'enr'>;
  readonly journeyId: Id<'jrn'>;
  readonly version: number;
  readonly customerId: Id<'cus'>;
  /** Tells parallel passages of one customer apart, e.g. an order id; '' when the trigger has no key. */
  readonly key: string;
  /** parked: its program cannot be run; it stays as it is until somebody mends that. */
  readonly status: 'waiting' | 'ended' | 'parked';
  readonly nodeId: NodeId | null;
  /** How many nodes were entered so far; makes every command key unique within the enrollment. */
  readonly visits: number;
  /** Instants in ms since 1970 (UTC). */
  readonly enteredAt: number;
  /** When it came to the node where it is. */
  readonly arrivedAt: number;
  readonly wakeAt: number | null;
  readonly convertedAt: number | null;
  readonly endedAt: number | null;
  readonly endReason: ReasonCode | null;
  readonly trigger: Trigger;
  /** What nodes kept for later, by the name the marketer gave it. */
  readonly saved: JsonObject;
}

/** One recorded outcome: why a customer entered, moved, waited, ended, or did not enter. */
export interface Decision {
  readonly nodeId: NodeId | null;
  readonly code: ReasonCode;
  readonly at: number;
  readonly inputs: JsonObject;
  /** By which the node was left; missing where this did not lead out of it. */
  readonly exit?: string;
}

/** Effects that leave the house: they wait in the outbox for the sender. */
export type SendType = 'send-email' | 'send-sms' | 'call-webhook';

/** An effect as data. `key` is unique per (enrollment, visit), so that a repeat is recognised everywhere. */
export interface Command {
  readonly key: string;
  readonly type: SendType | 'issue-coupon' | 'create-task';
  readonly nodeId: NodeId;
  readonly at: number;
  readonly payload: JsonObject;
}

/** Why a node is visited: the customer has just arrived, or waited there and now something ended the wait. */
type Cause =
  | { readonly kind: 'entered' }
  | { readonly kind: 'event'; readonly event: string; readonly properties: JsonObject }
  /** What this very visit asked for has come: a webhook's answer, a coupon. */
  | {
      readonly kind: 'answer';
      readonly isOk: boolean;
      readonly value: Json;
      /** Why it is not, or why nothing could be kept of what came. */
      readonly reason?: string;
    }
  /** What the node waits for may have come true. */
  | { readonly kind: 'change' }
  | { readonly kind: 'due' };

/** What is known around the customer at the moment: as much of it as the program's needs ask for. */
export interface World {
  /** The workspace's zone, for customers without one of their own. */
  readonly timeZone: string;
  readonly past: readonly PastEvent[];
  readonly segments: ReadonlySet<string>;
  readonly products: ReadonlyMap<string, Product>;
  /** Left out where no condition asks for them. */
  readonly records?: Records;
}

/** The moment of a step: the time (ms), the cause, and the customer's attributes at that time. */
export interface Moment {
  readonly now: number;
  readonly cause: Cause;
  readonly attributes: JsonObject;
  /** When this should have run (ms); a late worker makes it earlier than `now`. Left out: it is on time. */
  readonly dueAt?: number;
  /** Left out: the zone is UTC and nothing else is known. */
  readonly world?: World;
}

/** Something a step makes happen: an event of the customer, or a start in another journey. */
export type Emission =
  | { readonly kind: 'event'; readonly name: string; readonly properties: JsonObject }
  | { readonly kind: 'start-journey'; readonly journeyId: Id<'jrn'>; readonly properties: JsonObject };

/** What one node decides. `go` leaves by an exit at once, `wait` stays, `end` ends the enrollment. */
export type StepOutcome =
  | {
      readonly kind: 'go';
      readonly exit: string;
      readonly code: ReasonCode;
      readonly inputs?: JsonObject;
      readonly command?: Pick<Command, 'type' | 'payload'>;
      /** Attributes to write; null removes one. */
      readonly set?: JsonObject;
      /** What to keep in the enrollment, by name. */
      readonly save?: JsonObject;
      readonly emit?: Emission;
    }
  | {
      readonly kind: 'wait';
      /** Null where no time ends it: a wait that is asked about while its timer is hidden. */
      readonly until: number | null;
      readonly code: ReasonCode;
      readonly inputs?: JsonObject;
      /** What is asked for and waited for. */
      readonly command?: Pick<Command, 'type' | 'payload'>;
    }
  | { readonly kind: 'end'; readonly code: ReasonCode; readonly inputs?: JsonObject };
