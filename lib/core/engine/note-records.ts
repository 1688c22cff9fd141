// What a passage writes down of its customer, told to whoever asks about it: that they came in, converted or are through, and
// which arms they were dealt.
import { armKey, isAsked, journeyKey } from '../condition/record-keys';
import type { Records } from '../condition/record-test';
import type { Id } from '../id';
import type { Decision, Enrollment } from './enrollment';
import type { CustomerState, Ledger } from './ledger';
import { mayFollow } from './may-follow';
import { RECORD_CHANGED } from './rule-index';

/** The arm that a decision of this journey has dealt, so that whoever comes again in the same batch keeps it; else none. */
export function armsOf(
  journeyId: Id<'jrn'>,
  { code, nodeId, inputs: { arm, phase } }: Pick<Decision, 'code' | 'nodeId' | 'inputs'>,
): Records['arms'] {
  const isDealt = code === 'arm-assigned' || code === 'arm-held-out';
  return isDealt && nodeId !== null && typeof arm === 'string'
    ? [{ journeyId, nodeId, arm, phase: Number(phase) }]
    : [];
}

const isOver = ({ status }: Enrollment) => status === 'ended';

/** Whether anybody asks about anything that passages write down. */
export function areRecordsAsked({ index }: Ledger): boolean {
  return index.watchedRecords.size > 0 || index.segments.byRecord.size > 0;
}

/**
 * The keys of what has been written down.
 *
 * @param before undefined where the passage has just begun
 */
export function changedRecords(
  before: Enrollment | undefined,
  after: Enrollment,
  dealt: Records['arms'] = [],
): string[] {
  const isSame =
    before !== undefined && isOver(before) === isOver(after) && before.convertedAt === after.convertedAt;
  const { journeyId } = after;
  return [...(isSame ? [] : [journeyKey(journeyId)]), ...(dealt.length > 0 ? [armKey(journeyId)] : [])];
}

interface Cause {
  readonly origin: string;
  readonly depth: number;
  readonly at: number;
}

/** @returns false where journeys have been causing each other for too long and nobody was told */
export function noteRecords(
  { index }: Ledger,
  state: CustomerState,
  keys: readonly string[],
  { origin, depth, at }: Cause,
): boolean {
  const asked = keys.filter((key) => isAsked(index.watchedRecords, key));
  const told = asked.filter(() => mayFollow(state, depth));
  for (const record of told) {
    const id = `${origin}.${record}`;
    const what = { type: 'signal', name: RECORD_CHANGED, properties: { record }, traits: {} } as const;
    const when = { occurredAt: at, receivedAt: at };
    state.queue.push({ ...what, ...when, origin: id, depth, customerId: state.id, messageId: id });
  }
  return told.length === asked.length;
}
