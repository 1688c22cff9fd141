// What the ready journeys promise, as journey tests: examples to look at, and a guard for whoever changes the journeys.
import type { z } from 'zod';
import { JourneyTest } from '@/lib/core/journey-test/journey-test';

type Draft = z.input<typeof JourneyTest>;
type Promised = Pick<Draft, 'name' | 'events'> & { attributes?: Record<string, string | number> } & {
  expected: Draft['expected'];
};

const hours = (amount: number) => ({ amount, unit: 'hours' }) as const;
const days = (amount: number) => ({ amount, unit: 'days' }) as const;
const minutes = (amount: number) => ({ amount, unit: 'minutes' }) as const;

function promise({ attributes = {}, ...rest }: Promised): JourneyTest {
  const startsAt = '2026-03-02T09:00:00.000Z';
  return JourneyTest.parse({ format: 1, customer: { attributes }, startsAt, until: days(60), ...rest });
}

const order = { order_id: 'M-1001', total: 64.5, currency: 'EUR' };

/** By the name of the journey. */
export const demoTests: Readonly<Record<string, readonly JourneyTest[]>> = {
  'Abandoned basket': [
    promise({
      name: 'Whoever orders within the hour hears nothing',
      events: [
        { event: 'Checkout Started', properties: order },
        { after: minutes(40), event: 'Order Completed', properties: order },
      ],
      expected: {
        path: [{ node: 'nod_start' }, { node: 'nod_order', exit: 'happened' }, { node: 'nod_bought' }],
        ended: { kind: 'ended', code: 'exit-reached' },
      },
    }),
    promise({
      name: 'No promotion while a complaint is open',
      attributes: { open_complaints: 1 },
      events: [{ event: 'Checkout Started', properties: order }],
      expected: {
        path: [
          { node: 'nod_start' },
          { node: 'nod_order', exit: 'timeout' },
          { node: 'nod_trouble', exit: 'open' },
          { node: 'nod_help' },
        ],
      },
    }),
  ],
  'After purchase': [
    promise({
      name: 'A happy customer is asked for a review after ten days',
      events: [{ event: 'Order Completed', properties: order }],
      expected: {
        sends: [
          { node: 'nod_receipt', channel: 'email', after: minutes(0) },
          { node: 'nod_review', channel: 'email', after: days(10) },
        ],
      },
    }),
    promise({
      name: 'A complaint stops the review',
      events: [
        { event: 'Order Completed', properties: order },
        { after: days(3), event: 'Complaint Opened', properties: { order_id: order.order_id } },
        { after: days(5), event: 'Complaint Closed', properties: { order_id: order.order_id } },
      ],
      expected: {
        sends: [
          { node: 'nod_receipt', channel: 'email' },
          { node: 'nod_sorry', channel: 'email', after: days(3) },
          { node: 'nod_better', channel: 'email', after: days(5) },
        ],
      },
    }),
  ],
  Welcome: [
    promise({
      name: 'A Czech newcomer is written to in Czech',
      attributes: { language: 'cs' },
      events: [{ event: 'Signed Up' }, { after: hours(20), event: 'Order Completed', properties: order }],
      expected: {
        path: [
          { node: 'nod_start' },
          { node: 'nod_breath' },
          { node: 'nod_language', exit: 'cs' },
          { node: 'nod_letter_cs' },
          { node: 'nod_order', exit: 'happened' },
          { node: 'nod_won' },
        ],
        sends: [{ node: 'nod_letter_cs', channel: 'email', after: minutes(1) }],
      },
    }),
  ],
  'A letter after the order': [
    promise({
      name: 'Whoever complains hears nothing',
      attributes: { open_complaints: 1 },
      events: [{ event: 'Order Completed', properties: order }],
      expected: { path: [], sends: [], ended: { kind: 'never-entered' } },
    }),
  ],
  'Win back': [
    promise({
      name: 'A loyal customer who prefers texts gets the personal letter, then a text',
      attributes: { loyalty_tier: 'gold', preferred_channel: 'sms' },
      events: [{ event: 'Customer Lapsed' }],
      expected: {
        sends: [
          { node: 'nod_personal', channel: 'email', after: minutes(0) },
          { node: 'nod_text', channel: 'sms', after: days(4) },
        ],
      },
    }),
    promise({
      name: 'Nobody with an open complaint is won back',
      attributes: { open_complaints: 2 },
      events: [{ event: 'Customer Lapsed' }],
      expected: { path: [], ended: { kind: 'never-entered' } },
    }),
  ],
};
