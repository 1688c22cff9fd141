// What a batch of work is made of, and what comes out of it: all data, so that any shell can host the engine.
import type { PastEvent, Product } from '../condition/evaluate';
import type { Records } from '../condition/record-test';
import type { Id } from '../id';
import type { JsonObject } from '../json';
import type { CustomerEvent, Occurrence } from './customer-event';
import type { Command, Decision, Enrollment } from './enrollment';
import type { NodeId } from './program';
import type { RuleIndex } from './rule-index';

type CustomerId = Id<'cus'>;
type JourneyId = Id<'jrn'>;

/** When a trigger by date or schedule lets a customer in (ms); `dueAt` null in an outcome takes it away. */
export interface CustomerAppointment {
  readonly customerId: CustomerId;
  readonly journeyId: JourneyId;
  readonly nodeId: NodeId;
  readonly dueAt: number;
  readonly occasion: string;
}

/** When time alone may change who is in a segment (ms); `dueAt` null in an outcome takes it away. */
export interface SegmentDue {
  readonly customerId: CustomerId;
  readonly segmentId: Id<'seg'>;
  readonly dueAt: number;
}

/** That somebody came into a segment or left it, when (ms) and at which place of their history; turn 0: at the event. */
export interface MembershipChange extends BatchPlace {
  readonly customerId: CustomerId;
  readonly segmentId: Id<'seg'>;
  readonly hasEntered: boolean;
  readonly at: number;
}

/** That somebody entered a journey, when they last did (ms), and which of their passages began by an appointment. */
export interface EarlierEntry {
  readonly customerId: CustomerId;
  readonly journeyId: JourneyId;
  readonly at: number;
  readonly byAppointment: readonly Id<'enr'>[];
}

export interface Batch {
  readonly index: RuleIndex;
  /** The workspace's zone, for customers without one of their own. */
  readonly timeZone: string;
  /** Attributes by customer, at least of those that `needs` names and of those with a due timer. */
  readonly customers: ReadonlyMap<CustomerId, JsonObject>;
  /** The waiting enrollments: all of the customers that `needs` names, and the due ones of everybody else. */
  readonly enrollments: readonly Enrollment[];
  /** Who was ever in which journey, at least for the pairs that `needs` asks about. */
  readonly enteredBefore: readonly EarlierEntry[];
  /** What customers did before the first of these events, at least as far as `factNeeds` asks. */
  readonly past: ReadonlyMap<CustomerId, readonly PastEvent[]>;
  readonly segments: ReadonlyMap<CustomerId, ReadonlySet<string>>;
  readonly products: ReadonlyMap<string, Product>;
  /** How many lanes know who is in by the present condition, of those segments that are not known in all of them. */
  readonly unfilled: ReadonlyMap<string, number>;
  /** What is written down of customers, where `factNeeds` asks for it. */
  readonly records?: ReadonlyMap<CustomerId, Records>;
  /** Appointments that are due by `now`. */
  readonly appointments: readonly CustomerAppointment[];
  /** The same of segments. */
  readonly segmentDues: readonly SegmentDue[];
  /** Of any number of customers, in any order; they are worked in the order of `seq`. */
  readonly events: readonly CustomerEvent[];
  /**
   * Timers due by then (ms) fire at the end, and are told that it is this time. Where more events are waiting than the
   * batch could take, this should be no later than the last event taken, or timers overtake events.
   */
  readonly now: number;
}

/** Whose decision or command it is. */
interface Passage {
  readonly customerId: CustomerId;
  readonly journeyId: JourneyId;
  readonly version: number;
}

/** `enrollmentId` is null where the decision is that nobody was enrolled. */
export type BatchDecision = Decision & Passage & { readonly enrollmentId: Id<'enr'> | null };

export type BatchCommand = Command & Passage & { readonly enrollmentId: Id<'enr'> };

export interface NodeCount {
  readonly journeyId: JourneyId;
  readonly nodeId: NodeId;
  /** How often the node was gone through in this batch. */
  readonly passed: number;
}

/** Where in a customer's history something came about: after which event, null for none of this batch, in which turn. */
export interface BatchPlace {
  readonly seq: number | null;
  readonly turn: number;
}

export interface BatchOutcome {
  /** Whole new attributes of the customers whose attributes changed. */
  readonly customers: ReadonlyMap<CustomerId, JsonObject>;
  /** New and changed ones in their final state; ended ones first, so that a key is free before it is taken again. */
  readonly enrollments: readonly Enrollment[];
  /** In the order in which they were taken. */
  readonly decisions: readonly BatchDecision[];
  readonly commands: readonly BatchCommand[];
  /** Events that journeys made happen; they have been worked already. */
  readonly emitted: readonly Occurrence[];
  /** Of the decisions that wrote attributes, and of the emitted events. */
  readonly places: ReadonlyMap<BatchDecision | Occurrence, BatchPlace>;
  /** New ones, and with `dueAt` null those that are over or no longer hold. */
  readonly appointments: readonly (Omit<CustomerAppointment, 'dueAt'> & { readonly dueAt: number | null })[];
  /** In the order in which they came about. */
  readonly memberships: readonly MembershipChange[];
  /** The newest word on each. */
  readonly segmentDues: readonly (Omit<SegmentDue, 'dueAt'> & { readonly dueAt: number | null })[];
  readonly nodeCounts: readonly NodeCount[];
}
