// One thing that happens to one customer: what it says about them, whom it moves, what it lets them into.
import type { Facts, PastEvent } from '../condition/evaluate';
import type { CustomerEvent, Occurrence } from './customer-event';
import { occurrenceOf } from './customer-event';
import type { Enrollment } from './enrollment';
import { entryRefusal } from './entry-refusal';
import { inOrder } from './in-order';
import { isOwn } from './is-own';
import { type CustomerState, keep, type Ledger, noteEntry, place, worldOf } from './ledger';
import type { LiveRule } from './live-rule';
import { rejudge } from './membership';
import { mergeTraits } from './merge-traits';
import { depthAfter, end, follow, move, noteChanges, tell } from './move';
import { newEnrollment } from './new-enrollment';
import { changedRecords } from './note-records';
import { APPOINTMENT, enrollRules, isMet, RECORD_CHANGED, rulesAt, SEGMENT_SIGNALS } from './rule-index';
import { aboutChange, aboutEvent, aboutRecord, aboutSegment, type IndexedSegment } from './segment-index';

/** What resumes the very visit that asked: a webhook's answer, a coupon. */
export const ANSWER = 'answer';

function factsOf(ledger: Ledger, state: CustomerState, { properties, receivedAt }: Occurrence): Facts {
  return {
    customerId: state.id,
    attributes: state.attributes,
    properties,
    now: receivedAt,
    ...worldOf(ledger, state),
  };
}

/**
 * What was written down of the customer, or that they are in a segment whose members are named one by one: the engine judges
 * who is in every other.
 */
function learnSignal(
  { index }: Ledger,
  { segments }: CustomerState,
  { name, properties, depth }: Occurrence,
): readonly IndexedSegment[] {
  // What a journey wrote down has been judged where it did.
  if (name === RECORD_CHANGED) return depth > 0 ? [] : aboutRecord(index.segments, String(properties.record));
  const { segment_id } = properties;
  if (!SEGMENT_SIGNALS.includes(name) || typeof segment_id !== 'string') return [];
  if (index.segments.byId.has(segment_id)) return [];
  if (name === 'segment-entered') segments.add(segment_id);
  else segments.delete(segment_id);
  return aboutSegment(index.segments, segment_id);
}

/** @returns the segments that may have other members now */
function learnEvent(ledger: Ledger, state: CustomerState, occurrence: Occurrence): readonly IndexedSegment[] {
  const { type, name, properties, messageId, occurredAt, receivedAt, origin, depth } = occurrence;
  const { segments } = ledger.index;
  const past: PastEvent = { name, messageId, properties, at: occurredAt, receivedAt };
  state.past.push(past);
  if (type !== 'identify') return aboutEvent(segments, name);
  const before = state.attributes;
  state.attributes = mergeTraits(before, occurrence.traits);
  noteChanges(ledger, state, before, { origin, depth, at: receivedAt });
  return [...aboutEvent(segments, name), ...aboutChange(segments, before, state.attributes)];
}

/** What the occurrence says about the customer, whatever journeys there are. */
function learn(ledger: Ledger, state: CustomerState, occurrence: Occurrence): void {
  const { type, receivedAt: at, origin, depth } = occurrence;
  const learnt = type === 'signal' ? learnSignal : learnEvent;
  const asked = learnt(ledger, state, occurrence);
  rejudge(ledger, state, asked, { origin, depth, at, turn: depth === 0 ? 0 : state.turn });
}

interface Moves {
  readonly enrollment: Enrollment;
  readonly goals: readonly LiveRule[];
  readonly exitRule: LiveRule | undefined;
  readonly isResumed: boolean;
  readonly cause: 'event' | 'change';
}

/** What the occurrence does to one enrollment, judged before anything moves. */
function judge(ledger: Ledger, occurrence: Occurrence, enrollment: Enrollment, facts: Facts): Moves | null {
  if (!isOwn(occurrence, enrollment)) return null;
  const { saved, enteredAt, nodeId, trigger } = enrollment;
  const own = { ...facts, saved, enteredAt, enteredBy: trigger.messageId };
  const met = (rules: readonly LiveRule[]) =>
    rules.filter((rule) => isMet(rule, occurrence, enrollment, own));
  const anywhere = met(rulesAt(ledger.index, enrollment, null));
  const [here] = met(rulesAt(ledger.index, enrollment, nodeId));
  if (anywhere.length === 0 && here === undefined) return null;
  return {
    enrollment,
    goals: anywhere.filter(({ effect }) => effect === 'convert'),
    exitRule: anywhere.find(({ effect }) => effect === 'exit'),
    isResumed: here !== undefined,
    cause: here?.on === 'change' ? 'change' : 'event',
  };
}

type Met = Pick<Moves, 'enrollment' | 'goals' | 'exitRule'>;

/** Goals and exit rules first: who has what they came for is not moved on. @returns the enrollment where it goes on */
export function settleRules(ledger: Ledger, state: CustomerState, met: Met, at: number): Enrollment | null {
  const { enrollment } = met;
  const left = applyRules(ledger, state, met, at);
  const records = changedRecords(enrollment, left ?? { ...enrollment, status: 'ended' });
  if (records.length === 0) return left;
  state.turn += 1;
  // Each of it comes about once in a passage.
  const origin = `${enrollment.id}.${left === null ? 'ended' : 'converted'}`;
  const cause = { origin, depth: depthAfter(enrollment), at };
  follow(ledger, state, enrollment, { attributes: state.attributes, records }, cause);
  return left;
}

function applyRules(
  ledger: Ledger,
  state: CustomerState,
  { enrollment, goals, exitRule }: Met,
  at: number,
): Enrollment | null {
  const { nodeId } = enrollment;
  let current = enrollment;
  for (const { label } of goals) {
    if (current.convertedAt !== null) continue;
    tell(ledger, enrollment, { nodeId, code: 'goal-reached', at, inputs: { label } });
    current = { ...current, convertedAt: at };
    keep(ledger, state, current);
  }
  if (goals.some(({ ends }) => ends)) return end(ledger, state, current, { at, code: 'goal-reached' });
  if (exitRule === undefined) return current;
  const code = 'exit-rule-met';
  tell(ledger, enrollment, { nodeId, code, at, inputs: { label: exitRule.label } });
  return end(ledger, state, current, { at, code });
}

function enroll(ledger: Ledger, state: CustomerState, rule: LiveRule, occurrence: Occurrence): void {
  const enrollment = newEnrollment(rule, occurrence);
  const { customerId, journeyId, version, key } = enrollment;
  const { name, receivedAt: at, occurredAt } = occurrence;
  const refusal = entryRefusal(state, rule, occurrence, key);
  if (refusal === null) {
    noteEntry(state, journeyId, at);
    const isAppointment = occurrence.type === 'signal' && name === APPOINTMENT;
    const dueAt = isAppointment ? { dueAt: occurredAt } : {};
    if (isAppointment) state.occasions.add(enrollment.id);
    move(ledger, state, enrollment, { now: at, cause: { kind: 'entered' }, ...dueAt });
    return;
  }
  const inputs = { event: name, key, ...refusal.inputs };
  const whose = { customerId, journeyId, version, enrollmentId: null, nodeId: rule.nodeId };
  ledger.decisions.push({ ...whose, code: refusal.code, at, inputs });
}

/** An answer that comes too late, or to a visit that is over, is for nobody. */
function answer(ledger: Ledger, state: CustomerState, { properties, receivedAt }: Occurrence): void {
  const asker = [...state.open.values()].find(
    ({ id, visits }) => id === properties.enrollment_id && visits === properties.visit,
  );
  if (asker === undefined) return;
  const { ok, value = null, reason } = properties;
  const why = typeof reason === 'string' ? { reason } : {};
  move(ledger, state, asker, {
    now: receivedAt,
    cause: { kind: 'answer', isOk: ok === true, value, ...why },
  });
}

function apply(ledger: Ledger, state: CustomerState, occurrence: Occurrence): void {
  const { index } = ledger;
  const { type, name, properties, receivedAt: now } = occurrence;
  state.turn += 1;
  // Only what a journey made happen has a depth and is no signal; what came from outside has a place of its own.
  if (occurrence.depth > 0 && type !== 'signal') place(ledger, state, occurrence);
  learn(ledger, state, occurrence);
  if (type === 'signal' && name === ANSWER) {
    answer(ledger, state, occurrence);
    return;
  }
  const facts = factsOf(ledger, state, occurrence);
  const open = index.movingNames.has(name) ? inOrder(state.open.values(), ({ enteredAt }) => enteredAt) : [];
  const moves = open.flatMap((enrollment) => judge(ledger, occurrence, enrollment, facts) ?? []);
  const entering = enrollRules(index, occurrence, facts);
  for (const one of moves) {
    const left = settleRules(ledger, state, one, now);
    if (left === null || !one.isResumed) continue;
    const cause = one.cause === 'change' ? { kind: one.cause } : { kind: one.cause, event: name, properties };
    move(ledger, state, left, { now, cause });
  }
  for (const rule of entering) enroll(ledger, state, rule, occurrence);
}

/** Works what was set off, in order, until nothing is left. */
export function drain(ledger: Ledger, state: CustomerState): void {
  for (let next = state.queue.shift(); next !== undefined; next = state.queue.shift())
    apply(ledger, state, next);
  state.setOff = 0;
}

/**
 * Applies something that happens to a customer, and then what it sets off. It is judged once, against the customer as
 * it finds them (its own traits merged in): goals and exit rules come first, then every enrollment that waits for it
 * goes on, in the order in which they entered, then it lets the customer in wherever a rule says so. So it never
 * resumes what it has itself started, and what it has ended it may start again.
 */
export function applyOccurrence(ledger: Ledger, state: CustomerState, occurrence: Occurrence): void {
  apply(ledger, state, occurrence);
  drain(ledger, state);
}

export function applyEvent(ledger: Ledger, state: CustomerState, event: CustomerEvent): void {
  state.seq = event.seq;
  applyOccurrence(ledger, state, occurrenceOf(event));
}
