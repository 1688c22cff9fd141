// The journeys that benches publish.
import { JourneyDocument } from '@/lib/core/journey/document';

const mail = { id: 'nod_mail', type: 'send-email', data: { subject: 'Still interested?', body: 'Hello' } };

/** On the event: wait for an order for an hour, then write. */
export function waitingJourney(event: string): JourneyDocument {
  const wait = { event: 'Order Completed', timeout: { amount: 1, unit: 'hours' } };
  return draw(
    { event },
    [{ id: 'nod_wait', type: 'wait-for-event', data: wait }, mail],
    [
      { from: 'nod_start', exit: 'next', to: 'nod_wait' },
      { from: 'nod_wait', exit: 'timeout', to: 'nod_mail' },
    ],
  );
}

/** On the event, for one product only: write at once. */
export function filteredJourney(event: string, product: string): JourneyDocument {
  const filter = {
    type: 'test',
    subject: 'property',
    path: ['product_id'],
    operator: 'equals',
    value: product,
  };
  return draw({ event, filter }, [mail], [{ from: 'nod_start', exit: 'next', to: 'nod_mail' }]);
}

/** On the event: write at once. */
export function instantJourney(event: string): JourneyDocument {
  return draw({ event }, [mail], [{ from: 'nod_start', exit: 'next', to: 'nod_mail' }]);
}

function draw(trigger: object, nodes: object[], edges: object[]): JourneyDocument {
  const start = { id: 'nod_start', type: 'event-trigger', data: trigger };
  return JourneyDocument.parse({
    format: 1,
    nodes: [start, ...nodes],
    edges,
    settings: { reentry: 'unlimited' },
  });
}
