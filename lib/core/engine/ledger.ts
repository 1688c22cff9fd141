// The working copy of a batch: every customer's state while events and timers are applied to it.
import type { PastEvent, Product } from '../condition/evaluate';
import type { Passage, Records } from '../condition/record-test';
import type { Id } from '../id';
import { isSameJson, type JsonObject } from '../json';
import type {
  Batch,
  BatchCommand,
  BatchDecision,
  BatchOutcome,
  BatchPlace,
  CustomerAppointment,
  MembershipChange,
  NodeCount,
} from './batch';
import type { Occurrence } from './customer-event';
import type { Enrollment, World } from './enrollment';
import type { RuleIndex } from './rule-index';

/** One customer's state. `open` holds the enrollments that wait, by id; `entered` when they last entered a journey. */
export interface CustomerState {
  readonly id: Id<'cus'>;
  readonly before: JsonObject;
  attributes: JsonObject;
  readonly open: Map<Id<'enr'>, Enrollment>;
  readonly entered: Map<Id<'jrn'>, number>;
  /** Passages that appointments began: an occasion that is among them has been. */
  readonly occasions: Set<Id<'enr'>>;
  readonly past: PastEvent[];
  readonly segments: Set<string>;
  /** What was written down before the batch, null where nobody asks; and the passages as they have become since. */
  records: Records | null;
  readonly passages: Map<Id<'enr'>, Passage>;
  /** What they were dealt in the batch. */
  readonly arms: Records['arms'][number][];
  /** By journey and node. */
  readonly appointments: Map<string, CustomerAppointment>;
  /** When time alone may change who is in a segment (ms), by its id. */
  readonly dues: Map<Id<'seg'>, number>;
  /** What was set off by what is being worked, in order. */
  readonly queue: Occurrence[];
  /** The last event that was worked in this batch, null for none yet; and how many turns were taken since. */
  seq: number | null;
  turn: number;
  /** How much has followed so far from the event or timer that is being worked. */
  setOff: number;
}

export interface Ledger {
  readonly index: RuleIndex;
  readonly timeZone: string;
  readonly products: ReadonlyMap<string, Product>;
  readonly customers: Map<Id<'cus'>, CustomerState>;
  readonly touched: Map<Id<'enr'>, Enrollment>;
  readonly decisions: BatchDecision[];
  readonly commands: BatchCommand[];
  readonly emitted: Occurrence[];
  readonly places: Map<BatchDecision | Occurrence, BatchPlace>;
  /** By customer, journey and node: the last word on each. */
  readonly appointments: Map<string, BatchOutcome['appointments'][number]>;
  /** By journey and node. */
  readonly counts: Map<Id<'jrn'>, Map<NodeCount['nodeId'], NodeCount>>;
  readonly unfilled: Batch['unfilled'];
  readonly memberships: MembershipChange[];
  /** By customer and segment: the last word on each. */
  readonly dues: Map<string, BatchOutcome['segmentDues'][number]>;
}

const placeOf = ({ journeyId, nodeId }: Pick<CustomerAppointment, 'journeyId' | 'nodeId'>) =>
  `${journeyId}/${nodeId}`;

export function openLedger(batch: Batch): Ledger {
  const { index, timeZone, products, customers, enrollments, enteredBefore } = batch;
  const ledger: Ledger = {
    index,
    timeZone,
    products,
    customers: new Map(),
    touched: new Map(),
    decisions: [],
    commands: [],
    emitted: [],
    places: new Map(),
    appointments: new Map(),
    counts: new Map(),
    unfilled: batch.unfilled,
    memberships: [],
    dues: new Map(),
  };
  for (const [id, attributes] of customers) stateOf(ledger, id, attributes);
  for (const { customerId, journeyId, at, byAppointment } of enteredBefore) {
    const state = stateOf(ledger, customerId);
    noteEntry(state, journeyId, at);
    for (const id of byAppointment) state.occasions.add(id);
  }
  for (const enrollment of enrollments) {
    const state = stateOf(ledger, enrollment.customerId);
    state.open.set(enrollment.id, enrollment);
    noteEntry(state, enrollment.journeyId, enrollment.enteredAt);
  }
  for (const [id, past] of batch.past) stateOf(ledger, id).past.push(...past);
  for (const [id, segments] of batch.segments)
    for (const one of segments) stateOf(ledger, id).segments.add(one);
  for (const { customerId, segmentId, dueAt } of batch.segmentDues)
    stateOf(ledger, customerId).dues.set(segmentId, dueAt);
  for (const [id, records] of batch.records ?? []) stateOf(ledger, id).records = records;
  for (const one of batch.appointments) stateOf(ledger, one.customerId).appointments.set(placeOf(one), one);
  return ledger;
}

export function noteEntry({ entered }: CustomerState, journeyId: Id<'jrn'>, at: number): void {
  entered.set(journeyId, Math.max(at, entered.get(journeyId) ?? at));
}

/** The state of a customer; one that was not loaded has no attributes, because nothing in the batch looks at them. */
export function stateOf(ledger: Ledger, id: Id<'cus'>, before: JsonObject = {}): CustomerState {
  const known = ledger.customers.get(id);
  if (known !== undefined) return known;
  const state: CustomerState = {
    id,
    before,
    attributes: before,
    open: new Map(),
    entered: new Map(),
    occasions: new Set(),
    past: [],
    segments: new Set(),
    records: null,
    passages: new Map(),
    arms: [],
    appointments: new Map(),
    dues: new Map(),
    queue: [],
    seq: null,
    turn: 0,
    setOff: 0,
  };
  ledger.customers.set(id, state);
  return state;
}

/** What is known around a customer right now. */
export function worldOf({ timeZone, products }: Ledger, state: CustomerState): World {
  const { past, segments, records } = state;
  const world = { timeZone, past, segments, products };
  if (records === null) return world;
  const passages = new Map(
    [...records.passages, ...state.passages.values()].map((passage) => [passage.id, passage]),
  );
  const arms = [...records.arms, ...state.arms];
  return { ...world, records: { ...records, arms, passages: [...passages.values()] } };
}

/** Notes in which turn of the customer this came about. */
export function place({ places }: Ledger, state: CustomerState, what: BatchDecision | Occurrence): void {
  places.set(what, { seq: state.seq, turn: state.turn });
}

/** Writes down how an enrollment stands now. */
export function keep({ touched }: Ledger, { open, passages }: CustomerState, enrollment: Enrollment): void {
  touched.set(enrollment.id, enrollment);
  passages.set(enrollment.id, enrollment);
  if (enrollment.status === 'waiting') open.set(enrollment.id, enrollment);
  else open.delete(enrollment.id);
}

/** The appointment that is due, or was made in this batch. */
export function standingAt(
  { appointments }: CustomerState,
  place: Pick<CustomerAppointment, 'journeyId' | 'nodeId'>,
): CustomerAppointment | undefined {
  return appointments.get(placeOf(place));
}

/** Makes an appointment, or with `dueAt` null takes it away. */
export function arrange(
  ledger: Ledger,
  state: CustomerState,
  appointment: BatchOutcome['appointments'][number],
): void {
  const { dueAt } = appointment;
  const place = placeOf(appointment);
  if (dueAt === null) state.appointments.delete(place);
  else state.appointments.set(place, { ...appointment, dueAt });
  ledger.appointments.set(`${state.id}/${place}`, appointment);
}

export function count({ counts }: Ledger, journeyId: Id<'jrn'>, nodeId: NodeCount['nodeId']): void {
  let own = counts.get(journeyId);
  if (own === undefined) {
    own = new Map();
    counts.set(journeyId, own);
  }
  own.set(nodeId, { journeyId, nodeId, passed: (own.get(nodeId)?.passed ?? 0) + 1 });
}

export function closeLedger(ledger: Ledger): BatchOutcome {
  const { customers, touched, decisions, commands, emitted, places, appointments, counts } = ledger;
  const changed = [...customers.values()].filter(({ before, attributes }) => !isSameJson(before, attributes));
  const enrollments = [...touched.values()];
  return {
    customers: new Map(changed.map(({ id, attributes }) => [id, attributes])),
    enrollments: [
      ...enrollments.filter(({ status }) => status !== 'waiting'),
      ...enrollments.filter(({ status }) => status === 'waiting'),
    ],
    decisions,
    commands,
    emitted,
    places,
    appointments: [...appointments.values()],
    memberships: ledger.memberships,
    segmentDues: [...ledger.dues.values()],
    nodeCounts: [...counts.values()].flatMap((own) => [...own.values()]),
  };
}
