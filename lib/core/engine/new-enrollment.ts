// How a passage through a journey begins.
import { hash53 } from '../hash';
import type { Id } from '../id';
import type { Occurrence } from './customer-event';
import type { Enrollment } from './enrollment';
import { keyOf } from './enrollment-key';
import type { LiveRule } from './live-rule';

/** Digits to the base of 36 that hold every number of an event, and every 53-bit hash. */
const SEQ_DIGITS = 10;
const HASH_DIGITS = 11;

/**
 * The id of the enrollment that this occasion starts at this trigger, derived so that a replay gives the same one.
 *
 * What an event starts begins with the event's number, so that neighbours in time are neighbours in the index, and differs
 * in 53 bits of hash from what the same event starts elsewhere. Any other occasion gives 106 bits of hash: among a thousand
 * million enrollments a collision is less likely than one in 10^13.
 */
export function enrollmentIdOf(
  { journeyId, nodeId }: Pick<LiveRule, 'journeyId' | 'nodeId'>,
  occasion: string,
): Id<'enr'> {
  const origin = `${journeyId} ${nodeId} ${occasion}`;
  const hash = hash53(origin);
  if (isSeq(occasion)) return `enr_${digits(Number(occasion), SEQ_DIGITS)}${digits(hash, HASH_DIGITS)}`;
  return `enr_${hash.toString(36)}${digits(hash53(origin, 1), HASH_DIGITS)}`;
}

function isSeq(occasion: string): boolean {
  return /^\d{1,15}$/.test(occasion);
}

/** Half of a hash: both halves are small integers, which are written several times as fast as a number of 53 bits. */
const HALF_DIGITS = 5;
const HALF = 36 ** HALF_DIGITS;

function digits(value: number, count: number): string {
  const high = Math.floor(value / HALF).toString(36);
  return `${high.padStart(count - HALF_DIGITS, '0')}${(value % HALF).toString(36).padStart(HALF_DIGITS, '0')}`;
}

/** An enrollment that stands at its trigger and has not moved yet. Its logical time is when the event reached us. */
export function newEnrollment(rule: LiveRule, event: Occurrence): Enrollment {
  const { name, messageId, properties, depth } = event;
  return {
    id: enrollmentIdOf(rule, event.origin),
    journeyId: rule.journeyId,
    version: rule.version,
    customerId: event.customerId,
    key: keyOf(rule.key, event.properties),
    status: 'waiting',
    nodeId: rule.nodeId,
    visits: 1,
    enteredAt: event.receivedAt,
    arrivedAt: event.receivedAt,
    wakeAt: null,
    convertedAt: null,
    endedAt: null,
    endReason: null,
    trigger:
      depth > 0 ? { event: name, messageId, properties, depth } : { event: name, messageId, properties },
    saved: {},
  };
}
