// Customers come into segments and leave them as things happen and as time passes, and journeys hear of it at once.
import { expect, it } from 'vitest';
import { enrollments, segmentDues, segmentMembers, segmentStays, segments } from '@/drizzle/schema';
import type { Condition } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { Actor } from '../actor';
import { advanceClock, now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { storeEvents } from '../ingest/store-events';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { aSegment } from '../testing/a-segment';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { startFill } from './start-fill';

const DAY_MS = 86_400_000;
const boughtLately: Condition = {
  ...{
    type: 'event',
    event: 'Order Completed',
    where: [],
    operator: 'at-least',
    count: 1,
    sinceEntry: false,
  },
  within: { amount: 30, unit: 'days' },
};

async function make({ workspaceId }: Actor, id: Id<'seg'>, condition: Condition): Promise<void> {
  await inWorkspace(workspaceId, async (tx) => {
    await tx.insert(segments).values(aSegment(workspaceId, id, condition));
    await startFill(tx, workspaceId, id);
  });
}

async function listening(actor: Actor, segmentId: Id<'seg'>, on: 'entered' | 'left'): Promise<Id<'jrn'>> {
  const document = JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_in', type: 'segment-trigger', data: { segmentId, on } },
      { id: 'nod_wait', type: 'delay', data: { amount: 1, unit: 'days' } },
    ],
    edges: [{ from: 'nod_in', exit: 'next', to: 'nod_wait' }],
    settings: { reentry: 'unlimited' },
  });
  const { id } = unwrap(await createJourney(actor, { name: `On ${on}`, document }));
  unwrap(await publishJourney(actor, { id }));
  return id;
}

let sent = 0;

function order({ workspaceId }: Actor, userId: string) {
  sent += 1;
  const event = { type: 'track', event: 'Order Completed', userId, messageId: `order-${sent}` };
  return storeEvents(workspaceId, 'test', [event], now());
}

async function standing({ workspaceId }: Actor) {
  return inWorkspace(workspaceId, async (tx) => ({
    members: (await tx.select().from(segmentMembers)).map(({ segmentId }) => segmentId),
    stays: await tx.select().from(segmentStays),
    dues: await tx.select().from(segmentDues),
    passages: (await tx.select().from(enrollments)).map(({ journeyId, enteredAt }) => [
      journeyId,
      enteredAt.getTime(),
    ]),
  }));
}

it('a window that closes moves a customer on time, and starts a journey', async () => {
  const { actor } = await freshWorkspace();
  await make(actor, 'seg_lately', boughtLately);
  await drainEngine();
  const [coming, leaving] = [
    await listening(actor, 'seg_lately', 'entered'),
    await listening(actor, 'seg_lately', 'left'),
  ];
  await order(actor, 'ada');
  await drainEngine();
  const bought = await standing(actor);
  const at = bought.passages[0]?.[1];
  expect(bought).toMatchObject({ members: ['seg_lately'], stays: [], passages: [[coming, at]] });
  const end = Number(at) + 30 * DAY_MS;
  expect(bought.dues).toMatchObject([{ dueAt: new Date(end) }]);
  advanceClock(29 * DAY_MS);
  await drainEngine();
  expect((await standing(actor)).members).toEqual(['seg_lately']);
  // Late by days: they left when the window closed all the same.
  advanceClock(4 * DAY_MS);
  await drainEngine();
  const left = await standing(actor);
  expect(left).toMatchObject({ members: [], dues: [] });
  expect(left.stays).toMatchObject([{ enteredAt: new Date(Number(at)), leftAt: new Date(end) }]);
  expect(left.passages).toContainEqual([leaving, end]);
});

it('filling tells journeys that listen of everybody who is in, and of nobody twice', async () => {
  const { actor } = await freshWorkspace();
  await order(actor, 'ada');
  await order(actor, 'bob');
  await drainEngine();
  await inWorkspace(actor.workspaceId, (tx) =>
    tx.insert(segments).values(aSegment(actor.workspaceId, 'seg_lately', boughtLately)),
  );
  const coming = await listening(actor, 'seg_lately', 'entered');
  await inWorkspace(actor.workspaceId, (tx) => startFill(tx, actor.workspaceId, 'seg_lately'));
  await drainEngine();
  await inWorkspace(actor.workspaceId, (tx) => startFill(tx, actor.workspaceId, 'seg_lately'));
  await drainEngine();
  const { members, passages } = await standing(actor);
  expect(members).toHaveLength(2);
  expect(passages.map(([journeyId]) => journeyId)).toEqual([coming, coming]);
});

it('whoever is new is in what asks for nothing, and what two did before they became one counts together', async () => {
  const { actor } = await freshWorkspace();
  const { workspaceId } = actor;
  const twice: Condition = { ...boughtLately, count: 2 };
  await make(actor, 'seg_none', { type: 'none', of: [boughtLately] });
  await make(actor, 'seg_twice', twice);
  await drainEngine();
  const say = (event: object) => {
    sent += 1;
    return storeEvents(workspaceId, 'test', [{ type: 'track', messageId: `say-${sent}`, ...event }], now());
  };
  await say({ event: 'Viewed', anonymousId: 'a' });
  await drainEngine();
  expect((await standing(actor)).members).toEqual(['seg_none']);
  await say({ event: 'Order Completed', anonymousId: 'a' });
  await order(actor, 'ada');
  await drainEngine();
  expect((await standing(actor)).members).toEqual([]);
  await say({ type: 'identify', userId: 'ada', anonymousId: 'a' });
  await drainEngine();
  expect((await standing(actor)).members).toEqual(['seg_twice']);
});
