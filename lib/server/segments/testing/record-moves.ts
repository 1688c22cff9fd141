// What the product writes down of customers, at random: for the law that members are always those of a fresh count.
import { sql } from 'drizzle-orm';
import { consents, journeys, messages, outbox } from '@/drizzle/schema';
import { Condition } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { Actor } from '../../actor';
import { now } from '../../clock';
import { inWorkspace, rows, type Tx } from '../../db/transaction';
import { createJourney } from '../../journeys/create-journey';
import { publishJourney } from '../../journeys/publish-journey';
import { newId } from '../../new-id';
import { tellRecords } from '../../signals/tell-records';
import { watchRecords } from '../../signals/watch-records';
import { unwrap } from '../../testing/unwrap';

type Workspace = Id<'wsp'>;

/** Journeys by which people are inside, converted, through and in an arm. @returns conditions that mention them by their ids */
export async function publishTwo(actor: Actor): Promise<(condition: Condition) => Condition> {
  const made: Id<'jrn'>[] = [];
  for (const [event, goal] of [
    ['Bought', 'Left'],
    ['Viewed', 'Bought'],
  ]) {
    const goals = [{ id: 'g', name: '', when: 'event', event: goal, exits: true }];
    const document = JourneyDocument.parse({
      format: 1,
      nodes: [
        { id: 'nod_in', type: 'event-trigger', data: { event } },
        { id: 'nod_1', type: 'experiment-split', data: {} },
        { id: 'nod_wait', type: 'delay', data: { amount: 30, unit: 'minutes' } },
      ],
      edges: [
        { from: 'nod_in', exit: 'next', to: 'nod_1' },
        { from: 'nod_1', exit: 'a', to: 'nod_wait' },
      ],
      settings: { reentry: 'unlimited', goals },
    });
    const { id } = unwrap(await createJourney(actor, { name: `By ${event}`, document }));
    unwrap(await publishJourney(actor, { id }));
    made.push(id);
  }
  const [first = 'jrn_1', second = 'jrn_2'] = made;
  return (condition) =>
    Condition.parse(
      JSON.parse(JSON.stringify(condition).replaceAll('jrn_1', first).replaceAll('jrn_2', second)),
    );
}

/** Any customer there is. */
async function somebody(tx: Tx, workspaceId: Workspace, which: number): Promise<Id<'cus'> | undefined> {
  const all = await rows<{ id: Id<'cus'> }>(
    tx,
    sql`select id from customers where workspace_id = ${workspaceId} and merged_into is null order by id`,
  );
  return all[which % Math.max(1, all.length)]?.id;
}

/** Somebody's word on a channel, as the verbs write it down: told in the same transaction. */
export function speakUp(workspaceId: Workspace, turn: number): Promise<void> {
  const channel = turn % 2 === 0 ? 'email' : 'sms';
  const state = turn % 3 === 0 ? 'opted-out' : 'opted-in';
  return inWorkspace(workspaceId, async (tx) => {
    const watched = await watchRecords(tx, workspaceId, (key) => key === `consent ${channel}`);
    const customerId = await somebody(tx, workspaceId, turn);
    if (customerId === undefined) return;
    const word = { channel, state, source: 'test', proof: {}, at: now() } as const;
    await tx.insert(consents).values({ workspaceId, id: newId('cns'), customerId, ...word });
    await tellRecords(tx, workspaceId, watched, [customerId]);
  });
}

/** How a message came out. */
export function concludeMessage(workspaceId: Workspace, turn: number): Promise<void> {
  const status = (['sent', 'delivered', 'failed', 'refused'] as const)[turn % 4] ?? 'sent';
  return inWorkspace(workspaceId, async (tx) => {
    const watched = await watchRecords(tx, workspaceId, (key) => key.startsWith('message '));
    const customerId = await somebody(tx, workspaceId, turn);
    const [journey] = await tx.select().from(journeys);
    if (customerId === undefined || journey === undefined) return;
    const outboxId = newId('obx');
    const own = {
      workspaceId,
      customerId,
      journeyId: journey.id,
      version: 1,
      nodeId: 'nod_1',
      createdAt: now(),
    } as const;
    const command = { key: outboxId, type: 'send-email', enrollmentId: newId('enr'), payload: {} } as const;
    await tx.insert(outbox).values({ ...own, ...command, id: outboxId, status: 'done', dueAt: now() });
    const content = { address: 'a', content: {}, provider: 'sandbox', channel: 'email' } as const;
    await tx
      .insert(messages)
      .values({ ...own, ...content, id: newId('msg'), outboxId, status, updatedAt: now() });
    await tellRecords(tx, workspaceId, watched, [customerId]);
  });
}
