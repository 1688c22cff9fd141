// What a condition asks about the things a customer did.
import { durationMs } from '../duration';
import { comparisons } from './compare';
import type { EventTest } from './condition';
import type { Facts, PastEvent } from './evaluate';
import { doesValueHold } from './value-test';

/**
 * What the customer did that the test describes. What happened exactly as long ago as the window is long is outside of
 * it; what happened at the very moment of entry is since the entry, apart from what let the customer in. Only an event's
 * own properties can be asked.
 */
export function eventsMeant({ event, where, within, sinceEntry }: EventTest, facts: Facts): PastEvent[] {
  const { now = 0, enteredAt, enteredBy, past = [] } = facts;
  const windowStart = within === null ? Number.NEGATIVE_INFINITY : now - durationMs(within);
  const entry = sinceEntry ? (enteredAt ?? Number.POSITIVE_INFINITY) : Number.NEGATIVE_INFINITY;
  return past.filter(
    ({ name, messageId, properties, at, receivedAt }) =>
      name === event &&
      at > windowStart &&
      receivedAt >= entry &&
      !(sinceEntry && messageId === enteredBy) &&
      where.every((test) => test.subject === 'property' && doesValueHold(test, { ...facts, properties })),
  );
}

export function countOf(test: EventTest, facts: Facts): number {
  return eventsMeant(test, facts).length;
}

export function doesEventHold(test: EventTest, facts: Facts): boolean {
  return test.event !== '' && comparisons[test.operator](countOf(test, facts), test.count);
}
