// Events and enrollments for tests: say what matters, the rest is ordinary.
import type { CustomerEvent } from '../engine/customer-event';
import type { Enrollment } from '../engine/enrollment';

/** Noon of 1 March 2026 (UTC), an ordinary moment. */
export const NOON = 1_772_366_400_000;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A track call by cus_1 that reached us the moment it happened. `receivedAt` alone moves `occurredAt` too. */
export function anEvent(name: string, change: Partial<CustomerEvent> = {}): CustomerEvent {
  const receivedAt = change.receivedAt ?? NOON;
  return {
    seq: 1,
    customerId: 'cus_1',
    messageId: `message-${change.seq ?? 1}`,
    type: 'track',
    name,
    properties: {},
    traits: {},
    occurredAt: receivedAt,
    receivedAt,
    ...change,
  };
}

/** A passage that has just been put at nod_1 of version 1 of jrn_1. */
export function anEnrollment(change: Partial<Enrollment> = {}): Enrollment {
  return {
    id: 'enr_1',
    journeyId: 'jrn_1',
    version: 1,
    customerId: 'cus_1',
    key: '',
    status: 'waiting',
    nodeId: 'nod_1',
    visits: 1,
    enteredAt: NOON,
    arrivedAt: NOON,
    wakeAt: null,
    convertedAt: null,
    endedAt: null,
    endReason: null,
    trigger: { event: 'Signed up', messageId: 'message-1', properties: {} },
    saved: {},
    ...change,
  };
}
