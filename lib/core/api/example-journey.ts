// A small but whole journey, as the API's documentation shows one.
import type { JourneyDocument } from '../journey/document';

export const exampleJourney: JourneyDocument = {
  format: 1,
  nodes: [
    {
      id: 'nod_started',
      type: 'event-trigger',
      name: '',
      data: { event: 'Checkout Started', filter: null, key: null, acceptsLate: false },
    },
    {
      id: 'nod_ordered',
      type: 'wait-for-event',
      name: '',
      data: {
        event: 'Order Completed',
        filter: null,
        key: null,
        orEvents: [],
        lookBack: 'here',
        timeout: { amount: 1, unit: 'hours' },
      },
    },
    {
      id: 'nod_reminder',
      type: 'send-email',
      name: 'Reminder',
      data: {
        subject: 'Your basket is waiting, {{ customer.firstName }}',
        preheader: '',
        body: 'You left something behind.',
        button: null,
        kind: 'marketing',
        category: '',
        maxLatenessHours: 24,
      },
    },
  ],
  edges: [
    { from: 'nod_started', exit: 'next', to: 'nod_ordered' },
    { from: 'nod_ordered', exit: 'timeout', to: 'nod_reminder' },
  ],
  settings: { reentry: 'unlimited' },
};
