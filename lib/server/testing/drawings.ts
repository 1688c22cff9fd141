// Small journeys for tests, drawn as a marketer would.
import { JourneyDocument } from '@/lib/core/journey/document';

interface Drawing {
  readonly event?: string;
  readonly subject?: string;
  readonly reentry?: 'once' | 'unlimited';
}

/** On the event: wait an hour, then write. Publishable as it is. */
export function welcomeDrawing({
  event = 'Signed Up',
  subject = 'Welcome',
  reentry = 'unlimited',
}: Drawing = {}) {
  return JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_start', type: 'event-trigger', data: { event } },
      { id: 'nod_wait', type: 'delay', data: { amount: 1, unit: 'hours' } },
      { id: 'nod_mail', type: 'send-email', data: { subject, body: 'Good to have you.' } },
    ],
    edges: [
      { from: 'nod_start', exit: 'next', to: 'nod_wait' },
      { from: 'nod_wait', exit: 'next', to: 'nod_mail' },
    ],
    settings: { reentry },
  });
}

/** Nodes without lines: nothing that could be published. */
export function looseNodes(...nodes: { id: string; name?: string }[]): JourneyDocument {
  return JourneyDocument.parse({
    format: 1,
    nodes: nodes.map((node) => ({ ...node, type: 'exit', data: {} })),
    edges: [],
    settings: { reentry: 'unlimited' },
  });
}
