// Journeys with a filter and events through the real front door, for tests of why.
import type { Condition, Test } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { JsonObject } from '@/lib/core/json';
import type { Actor } from '../../actor';
import { now } from '../../clock';
import { storeEvents } from '../../ingest/store-events';
import { createJourney } from '../../journeys/create-journey';
import { publishJourney } from '../../journeys/publish-journey';
import { saveDraft } from '../../journeys/save-draft';
import { unwrap } from '../../testing/unwrap';

export const atLeast = (total: number): Test => ({
  type: 'test',
  subject: 'property',
  path: ['total'],
  operator: 'at-least',
  value: total,
});

interface Drawn {
  readonly filter?: Condition | null;
  readonly event?: string;
  readonly reentry?: 'once' | 'unlimited';
}

/** On the event, if the filter holds: an e-mail, at once. */
export function mailDrawing({ filter = null, event = 'Ordered', reentry = 'once' }: Drawn) {
  return JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_start', type: 'event-trigger', name: 'Order', data: { event, filter } },
      { id: 'nod_mail', type: 'send-email', data: { subject: 'Thanks', body: 'Thank you.' } },
    ],
    edges: [{ from: 'nod_start', exit: 'next', to: 'nod_mail' }],
    settings: { reentry },
  });
}

export async function publishDrawn(actor: Actor, document: JourneyDocument): Promise<Id<'jrn'>> {
  const { id } = unwrap(await createJourney(actor, { name: 'Thanks', document }));
  unwrap(await publishJourney(actor, { id }));
  return id;
}

export async function publishAgain(actor: Actor, id: Id<'jrn'>, document: JourneyDocument): Promise<void> {
  unwrap(await saveDraft(actor, { id, document }));
  unwrap(await publishJourney(actor, { id }));
}

let sent = 0;

/** In one request, so that all of them reach us at one instant. */
export async function tell(
  { workspaceId }: Actor,
  userId: string,
  ...events: { event?: string; properties?: JsonObject; traits?: JsonObject }[]
): Promise<void> {
  const calls = events.map(({ event, properties = {}, traits }) => {
    sent += 1;
    const who = { userId, messageId: `message-${sent}` };
    return traits ? { ...who, type: 'identify', traits } : { ...who, type: 'track', event, properties };
  });
  await storeEvents(workspaceId, 'test', calls as never, now());
}
