// What of a real customer becomes a test.
import { expect, test } from 'vitest';
import type { EventEntry } from '../api/event';
import { NOON } from '../testing/build-event';
import { testFromCustomer } from './from-customer';
import { JourneyTest } from './journey-test';

const customer = {
  id: 'cus_1',
  label: 'Ada',
  attributes: { plan: 'gold' },
  consents: { email: 'opted-in', sms: 'not-asked' },
} as const;

function happened(seq: number, daysAgo: number, change: Partial<EventEntry> = {}): EventEntry {
  const at = new Date(NOON - daysAgo * 86_400_000).toISOString();
  return {
    seq,
    customerId: 'cus_1',
    customerLabel: 'Ada',
    type: 'track',
    name: `Event ${seq}`,
    source: 'test',
    messageId: `${seq}`,
    properties: { seq },
    traits: {},
    context: {},
    occurredAt: at,
    receivedAt: at,
    ...change,
  };
}

test('takes attributes, consents and the events of the last days, in order', () => {
  const identify = { type: 'identify', name: 'Identified', traits: { plan: 'gold' } } as const;
  const events = [happened(3, 1), happened(2, 5, identify), happened(1, 8)];
  const made = testFromCustomer({ customer, events, days: 7, now: NOON });
  expect(JourneyTest.parse(made)).toEqual(made);
  expect(made).toMatchObject({
    name: 'Ada',
    customer: { id: 'cus_1', attributes: { plan: 'gold' }, consents: { email: 'opted-in' } },
    startsAt: new Date(NOON - 5 * 86_400_000).toISOString(),
    until: { amount: 34, unit: 'days' },
  });
  expect(made.events).toEqual([
    {
      at: made.startsAt,
      type: 'identify',
      event: 'Identified',
      properties: { seq: 2 },
      traits: { plan: 'gold' },
    },
    { at: happened(3, 1).receivedAt, type: 'track', event: 'Event 3', properties: { seq: 3 }, traits: {} },
  ]);
});

test('leaves out what a test cannot hold, and does without events', () => {
  const big = happened(1, 1, { properties: { text: 'x'.repeat(30_000) } });
  expect(testFromCustomer({ customer, events: [big], days: 7, now: NOON }).events).toEqual([]);
  expect(testFromCustomer({ customer, events: [], days: 7, now: NOON })).toMatchObject({
    startsAt: new Date(NOON - 7 * 86_400_000).toISOString(),
    until: { amount: 30, unit: 'days' },
  });
});
