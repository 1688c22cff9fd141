// One enrollment moves on, and everything that follows from it is noted: decisions, commands, what it sets off.
import { isSameJson, type JsonObject } from '../json';
import { type Advanced, advance } from './advance';
import { arrangeDates } from './arrange-dates';
import type { BatchDecision } from './batch';
import type { Decision, Emission, Enrollment, Moment } from './enrollment';
import { type CustomerState, count, keep, type Ledger, place, worldOf } from './ledger';
import { mayFollow } from './may-follow';
import { rejudge } from './membership';
import { areRecordsAsked, armsOf, changedRecords, noteRecords } from './note-records';
import type { ReasonCode } from './reason';
import { ATTRIBUTE_CHANGED, getProgram } from './rule-index';
import { aboutChange, aboutRecord } from './segment-index';

/** Decisions that stand for a written attribute. */
const WRITES: ReadonlySet<ReasonCode> = new Set([
  'attribute-set',
  'attribute-removed',
  'tag-added',
  'tag-removed',
]);

/** Notes a decision about somebody inside. */
export function tell(ledger: Ledger, enrollment: Enrollment, decision: Decision): BatchDecision {
  const { id: enrollmentId, customerId, journeyId, version } = enrollment;
  const { nodeId, code, at, inputs, exit } = decision;
  // Written out, because copying a decision whole takes several times as long, and this is done for each.
  const told: BatchDecision =
    exit === undefined
      ? { nodeId, code, at, inputs, customerId, journeyId, version, enrollmentId }
      : { nodeId, code, at, inputs, exit, customerId, journeyId, version, enrollmentId };
  ledger.decisions.push(told);
  return told;
}

/** Ends a passage from outside: a goal, an exit rule. */
export function end(
  ledger: Ledger,
  state: CustomerState,
  enrollment: Enrollment,
  { at, code }: { readonly at: number; readonly code: ReasonCode },
): null {
  keep(ledger, state, { ...enrollment, status: 'ended', wakeAt: null, endedAt: at, endReason: code });
  return null;
}

/** Moves one enrollment on. Its version must be a live one. */
export function move(
  ledger: Ledger,
  state: CustomerState,
  enrollment: Enrollment,
  moment: Omit<Moment, 'attributes' | 'world'>,
): void {
  const program = getProgram(ledger.index, enrollment);
  const before = state.attributes;
  const known = state.open.get(enrollment.id);
  // Whoever comes in is inside from the first step on.
  state.passages.set(enrollment.id, enrollment);
  const world = worldOf(ledger, state);
  const advanced = advance(program, enrollment, { ...moment, attributes: before, world });
  note(ledger, state, enrollment, advanced);
  const origin = `${enrollment.id}.${enrollment.visits}`;
  const cause = { origin, depth: depthAfter(enrollment), at: moment.now };
  for (const { key, emission } of advanced.emissions) {
    setOff(ledger, state, enrollment, { ...cause, origin: key }, emission);
  }
  const dealt = advanced.decisions.flatMap((decision) => armsOf(enrollment.journeyId, decision));
  state.arms.push(...dealt);
  const records = areRecordsAsked(ledger) ? changedRecords(known, advanced.enrollment, dealt) : [];
  follow(ledger, state, enrollment, { attributes: before, records }, cause);
}

/** Puts into the ledger what was decided and commanded, and where they stand now. */
function note(ledger: Ledger, state: CustomerState, enrollment: Enrollment, advanced: Advanced): void {
  const { id: enrollmentId, customerId, journeyId, version } = enrollment;
  const whose = { customerId, journeyId, version, enrollmentId };
  state.turn += 1;
  for (const decision of advanced.decisions) {
    const told = tell(ledger, enrollment, decision);
    if (WRITES.has(told.code)) place(ledger, state, told);
  }
  for (const command of advanced.commands) ledger.commands.push({ ...command, ...whose });
  for (const nodeId of advanced.passed) count(ledger, journeyId, nodeId);
  state.attributes = advanced.attributes;
  keep(ledger, state, advanced.enrollment);
}

interface Followed {
  /** As they were before. */
  readonly attributes: JsonObject;
  /** The keys of what has been written down. */
  readonly records: readonly string[];
}

/** Tells whoever asks about it what a passage has changed, and judges anew who is in which segment. */
export function follow(
  ledger: Ledger,
  state: CustomerState,
  enrollment: Enrollment,
  { attributes, records }: Followed,
  cause: OwnCause,
): void {
  if (attributes === state.attributes && records.length === 0) return;
  const { segments } = ledger.index;
  const areChangesTold = noteChanges(ledger, state, attributes, cause);
  const areRecordsTold = noteRecords(ledger, state, records, cause);
  const asked = [
    ...aboutChange(segments, attributes, state.attributes),
    ...records.flatMap((key) => aboutRecord(segments, key)),
  ];
  const areMembersTold = rejudge(ledger, state, asked, { ...cause, turn: state.turn });
  if (areChangesTold && areRecordsTold && areMembersTold) return;
  const { nodeId } = enrollment;
  const { at, depth } = cause;
  tell(ledger, enrollment, { nodeId, code: 'emit-loop-stopped', at, inputs: { depth } });
}

export const depthAfter = ({ trigger }: Enrollment) => (trigger.depth ?? 0) + 1;

interface OwnCause {
  readonly origin: string;
  readonly depth: number;
  readonly at: number;
}

/** Queues what a step makes happen, unless journeys have been causing each other for too long. */
function setOff(
  ledger: Ledger,
  state: CustomerState,
  enrollment: Enrollment,
  cause: OwnCause,
  emission: Emission & { readonly nodeId: Enrollment['nodeId'] },
): void {
  const { origin, depth, at } = cause;
  if (!mayFollow(state, depth)) {
    tell(ledger, enrollment, { nodeId: emission.nodeId, code: 'emit-loop-stopped', at, inputs: { depth } });
    return;
  }
  const when = {
    origin,
    depth,
    customerId: state.id,
    messageId: origin,
    traits: {},
    occurredAt: at,
    receivedAt: at,
  };
  if (emission.kind === 'start-journey') {
    const properties: JsonObject = { ...emission.properties, journey_id: emission.journeyId };
    state.queue.push({ ...when, type: 'signal', name: 'api-call', properties });
    return;
  }
  const event = { ...when, type: 'track', name: emission.name, properties: emission.properties } as const;
  state.queue.push(event);
  ledger.emitted.push(event);
}

/**
 * Says of every attribute that somebody watches that it has another value now; makes appointments anew.
 * @returns false where journeys have been causing each other for too long and nobody was told
 */
export function noteChanges(
  ledger: Ledger,
  state: CustomerState,
  before: JsonObject,
  { origin, depth, at }: OwnCause,
): boolean {
  const { attributes, id: customerId } = state;
  if (attributes === before) return true;
  const { watchedAttributes } = ledger.index;
  const changed = [...watchedAttributes].filter((name) => !isSameJson(before[name], attributes[name])).sort();
  const told = changed.filter(() => mayFollow(state, depth));
  for (const attribute of told) {
    const properties = { attribute, from: before[attribute] ?? null, to: attributes[attribute] ?? null };
    const id = `${origin}.${attribute}`;
    const when = { origin: id, depth, customerId, messageId: id, traits: {}, occurredAt: at, receivedAt: at };
    state.queue.push({ ...when, type: 'signal', name: ATTRIBUTE_CHANGED, properties });
  }
  arrangeDates(ledger, state, { before, changed, at });
  return told.length === changed.length;
}
