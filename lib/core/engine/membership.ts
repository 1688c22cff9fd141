// Who is in which segment: judged anew behind whatever may have changed it, and told to journeys like a change of attributes.
import { evaluate, type Facts } from '../condition/evaluate';
import { nextChangeAt } from '../condition/next-change';
import { laneOf } from '../hash';
import { type CustomerState, type Ledger, worldOf } from './ledger';
import { mayFollow } from './may-follow';
import { aboutSegment, type IndexedSegment } from './segment-index';

/** What a change of membership follows from: told apart by `origin`, at an instant (ms). */
export interface SegmentCause {
  readonly origin: string;
  readonly depth: number;
  readonly at: number;
  /** In which turn; 0 for what the event itself says. */
  readonly turn: number;
}

/**
 * The due time of whom something has happened to while their lane did not know yet who is in (ms): it never comes, and is
 * made to come once the lane is filled. So nothing is missed that happens while everybody is being asked.
 */
export const MARKED_AT = 8.64e15;

/** In a lane that does not know yet who is in by the present condition nobody comes or leaves. */
function isKept({ unfilled }: Ledger, { id }: CustomerState, segment: IndexedSegment): boolean {
  const filled = unfilled.size === 0 ? undefined : unfilled.get(segment.id);
  return filled === undefined || laneOf(id) < filled;
}

function keepDue(
  ledger: Ledger,
  state: CustomerState,
  { id: segmentId, condition, isTimed }: IndexedSegment,
  facts: Facts & { readonly now: number },
): void {
  if (!isTimed) return;
  const next = nextChangeAt(condition, facts);
  const dueAt = next === null ? null : Math.max(next, facts.now + 1);
  if (dueAt === null) state.dues.delete(segmentId);
  else state.dues.set(segmentId, dueAt);
  ledger.dues.set(`${state.id}/${segmentId}`, { customerId: state.id, segmentId, dueAt });
}

function flip(
  ledger: Ledger,
  state: CustomerState,
  { id: segmentId }: IndexedSegment,
  cause: SegmentCause,
): boolean {
  const { origin, depth, at, turn } = cause;
  const hasEntered = !state.segments.has(segmentId);
  if (hasEntered) state.segments.add(segmentId);
  else state.segments.delete(segmentId);
  const { id: customerId, seq } = state;
  ledger.memberships.push({ customerId, segmentId, hasEntered, at, seq, turn });
  const name = hasEntered ? 'segment-entered' : 'segment-left';
  if (!ledger.index.enrolling.has(name) && !ledger.index.movingNames.has(name)) return true;
  if (!mayFollow(state, depth)) return false;
  const id = `${origin}.${name}.${segmentId}`;
  const when = { origin: id, depth, customerId, messageId: id, traits: {}, occurredAt: at, receivedAt: at };
  state.queue.push({ ...when, type: 'signal', name, properties: { segment_id: segmentId } });
  return true;
}

const byOrder = (a: IndexedSegment, b: IndexedSegment) => a.order - b.order;

/**
 * Judges segments anew, and those built on what has changed: each once, behind those it is built on. Who comes and who
 * leaves is a member, or none, at once; journeys are told right behind the cause.
 *
 * @returns false where journeys have been causing each other for too long and were not told of a change
 */
export function rejudge(
  ledger: Ledger,
  state: CustomerState,
  asked: readonly IndexedSegment[],
  cause: SegmentCause,
): boolean {
  if (asked.length === 0) return true;
  const seen = new Set(asked);
  const open = [...seen].sort(byOrder);
  const { id: customerId, attributes } = state;
  const facts = { customerId, attributes, properties: {}, now: cause.at, ...worldOf(ledger, state) };
  let areAllTold = true;
  for (let segment = open.shift(); segment !== undefined; segment = open.shift()) {
    if (!isKept(ledger, state, segment)) {
      const marked = { customerId: state.id, segmentId: segment.id, dueAt: MARKED_AT };
      ledger.dues.set(`${state.id}/${segment.id}`, marked);
      continue;
    }
    keepDue(ledger, state, segment, facts);
    if (evaluate(segment.condition, facts) === state.segments.has(segment.id)) continue;
    areAllTold = flip(ledger, state, segment, cause) && areAllTold;
    const more = aboutSegment(ledger.index.segments, segment.id).filter((one) => !seen.has(one));
    for (const one of more) seen.add(one);
    if (more.length > 0) open.push(...more);
    open.sort(byOrder);
  }
  return areAllTold;
}

/** The instant (ms) of the first of the customer's due times that is no later than this; null where there is none. */
export function firstDue({ dues }: CustomerState, until: number): number | null {
  if (dues.size === 0) return null;
  const first = Math.min(...dues.values());
  return first <= until ? first : null;
}

/** Judges every segment that is due at this instant (ms). What follows is queued. */
export function fireSegments(ledger: Ledger, state: CustomerState, at: number): void {
  const due = [...state.dues].filter(([, dueAt]) => dueAt === at).map(([id]) => id);
  // Judging makes the next due time; what is not judged any more has none.
  for (const segmentId of due) {
    state.dues.delete(segmentId);
    ledger.dues.set(`${state.id}/${segmentId}`, { customerId: state.id, segmentId, dueAt: null });
  }
  const asked = due.flatMap((id) => ledger.index.segments.byId.get(id) ?? []);
  state.turn += 1;
  rejudge(ledger, state, asked, { origin: `due ${state.id} ${at}`, depth: 0, at, turn: state.turn });
}
