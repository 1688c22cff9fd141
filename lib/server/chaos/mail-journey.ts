// One event, one wait, one send: the shortest path through everything that can break.
import { JourneyDocument } from '@/lib/core/journey/document';

export const mailJourney = {
  name: 'After an hour',
  document: JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_liked', type: 'event-trigger', data: { event: 'Page Liked' } },
      { id: 'nod_wait', type: 'delay', data: { amount: 1, unit: 'hours' } },
      {
        id: 'nod_mail',
        type: 'send-email',
        data: { subject: 'You liked it', body: 'Hello {{ customer.email }}' },
      },
    ],
    edges: [
      { from: 'nod_liked', exit: 'next', to: 'nod_wait' },
      { from: 'nod_wait', exit: 'next', to: 'nod_mail' },
    ],
    settings: { reentry: 'unlimited' },
  }),
};
