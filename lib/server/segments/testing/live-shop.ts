// A shop for tests of live segments: people buy, agree and refuse, and journeys listen.
import { consents, enrollments, events, segmentMembers, segments } from '@/drizzle/schema';
import type { Condition } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { Actor } from '../../actor';
import { now } from '../../clock';
import { inWorkspace } from '../../db/transaction';
import { optOut } from '../../delivery/opt-out';
import { storeEvents } from '../../ingest/store-events';
import { createJourney } from '../../journeys/create-journey';
import { publishJourney } from '../../journeys/publish-journey';
import { newId } from '../../new-id';
import { aSegment } from '../../testing/a-segment';
import { unwrap } from '../../testing/unwrap';
import { lockSegments } from '../lock-segments';
import { startFill } from '../start-fill';

export function make({ workspaceId }: Actor, id: Id<'seg'>, condition: Condition): Promise<void> {
  return inWorkspace(workspaceId, async (tx) => {
    await lockSegments(tx, workspaceId);
    await tx.insert(segments).values(aSegment(workspaceId, id, condition));
    await startFill(tx, workspaceId, id);
  });
}

export async function publish(
  actor: Actor,
  name: string,
  entry: object,
  step: object,
  exit = 'next',
): Promise<Id<'jrn'>> {
  const document = JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_in', ...entry },
      { id: 'nod_step', ...step },
      { id: 'nod_end', type: 'exit', data: {} },
    ],
    edges: [
      { from: 'nod_in', exit: 'next', to: 'nod_step' },
      { from: 'nod_step', exit, to: 'nod_end' },
    ],
    settings: { reentry: 'unlimited' },
  });
  const { id } = unwrap(await createJourney(actor, { name, document }));
  unwrap(await publishJourney(actor, { id }));
  return id;
}

let sent = 0;

export async function buy({ workspaceId }: Actor, email: string): Promise<void> {
  sent += 1;
  const traits = { email };
  const event = {
    type: 'track',
    event: 'Order Completed',
    userId: email,
    messageId: `buy-${sent}`,
    context: { traits },
  };
  await storeEvents(workspaceId, 'test', [event], now());
}

export function agree({ workspaceId }: Actor) {
  return inWorkspace(workspaceId, async (tx) => {
    const [row] = await tx.select().from(events);
    const customerId = row?.customerId ?? 'cus_none';
    const word = {
      customerId,
      channel: 'email',
      state: 'opted-in',
      source: 'test',
      proof: {},
      at: now(),
    } as const;
    await tx.insert(consents).values({ workspaceId, id: newId('cns'), ...word });
  });
}

export function withdraw({ workspaceId }: Actor, address: string) {
  const wish = {
    workspaceId,
    channel: 'email',
    address,
    customerId: null,
    source: 'test',
    proof: {},
  } as const;
  return inWorkspace(workspaceId, (tx) => optOut(tx, { ...wish, reason: 'unsubscribed' }));
}

export function standing({ workspaceId }: Actor) {
  return inWorkspace(workspaceId, async (tx) => ({
    members: (await tx.select().from(segmentMembers)).map(({ segmentId }) => segmentId),
    passages: (await tx.select().from(enrollments)).map(({ journeyId, status, endReason }) => [
      journeyId,
      status,
      endReason,
    ]),
    signals: (await tx.select().from(events))
      .filter(({ type }) => type === 'signal')
      .map(({ properties }) => properties),
  }));
}
