// Three journeys that together use a keyed entry, an event wait with a timeout, a branch and two channels.
import { JourneyDocument } from '@/lib/core/journey/document';

const email = (subject: string) => ({ subject, body: 'Hello {{ customer.email }}' });

const receipt = {
  nodes: [
    { id: 'nod_order', type: 'event-trigger', data: { event: 'Order Completed', key: ['order_id'] } },
    { id: 'nod_mail', type: 'send-email', data: email('Your order {{ event.order_id }}') },
  ],
  edges: [{ from: 'nod_order', exit: 'next', to: 'nod_mail' }],
};

const basket = {
  nodes: [
    { id: 'nod_added', type: 'event-trigger', data: { event: 'Product Added' } },
    {
      id: 'nod_wait',
      type: 'wait-for-event',
      data: { event: 'Order Completed', timeout: { amount: 1, unit: 'hours' } },
    },
    { id: 'nod_buyer', type: 'set-attribute', data: { attribute: 'last_outcome', value: 'bought' } },
    { id: 'nod_remind', type: 'send-email', data: email('Your basket is waiting') },
  ],
  edges: [
    { from: 'nod_added', exit: 'next', to: 'nod_wait' },
    { from: 'nod_wait', exit: 'happened', to: 'nod_buyer' },
    { from: 'nod_wait', exit: 'timeout', to: 'nod_remind' },
  ],
};

const isPro = { type: 'test', subject: 'attribute', path: ['plan'], operator: 'equals', value: 'pro' };

const welcome = {
  nodes: [
    { id: 'nod_signed', type: 'event-trigger', data: { event: 'Signed Up' } },
    { id: 'nod_plan', type: 'branch', data: { branches: [{ id: 'pro', name: 'Pro', condition: isPro }] } },
    { id: 'nod_pro', type: 'send-email', data: email('Welcome, professional') },
    { id: 'nod_free', type: 'send-sms', data: { text: 'Welcome' } },
  ],
  edges: [
    { from: 'nod_signed', exit: 'next', to: 'nod_plan' },
    { from: 'nod_plan', exit: 'pro', to: 'nod_pro' },
    { from: 'nod_plan', exit: 'otherwise', to: 'nod_free' },
  ],
};

const document = (drawing: object, reentry: 'once' | 'unlimited') =>
  JourneyDocument.parse({ format: 1, ...drawing, settings: { reentry } });

export const chaosJourneys = [
  { name: 'Receipt', document: document(receipt, 'unlimited') },
  { name: 'Basket', document: document(basket, 'unlimited') },
  { name: 'Welcome', document: document(welcome, 'once') },
];
