// How a passage through a journey begins.
import { hash53 } from '../hash';
import type { Id } from '../id';
import type { Occurrence } from './customer-event';
import type { Enrollment } from './enrollment';
import { keyOf } from './enrollment-key';
import type { LiveRule } from './live-rule';

/**
 * The id of the enrollment that this event starts at this trigger, derived so that a replay gives the same one.
 * 106 bits of hash: among a thousand million enrollments a collision is less likely than one in 10^13.
 */
export function enrollmentIdOf(
  { journeyId, nodeId }: Pick<LiveRule, 'journeyId' | 'nodeId'>,
  occasion: string | number,
): Id<'enr'> {
  const origin = `${journeyId} ${nodeId} ${occasion}`;
  return `enr_${hash53(origin).toString(36)}${hash53(origin, 1).toString(36).padStart(11, '0')}`;
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
    trigger: { event: name, messageId, properties, ...(depth > 0 && { depth }) },
    saved: {},
  };
}
