// What filling packs away is unpacked in time: whoever time lets go goes, and nobody else is waited for.
import { expect, it } from 'vitest';
import { segmentDueLists, segmentDues, segmentStays } from '@/drizzle/schema';
import { type Condition, EventTest } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { advanceClock, now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { storeEvents } from '../ingest/store-events';
import { freshWorkspace } from '../testing/fresh-workspace';
import { counted, make, members } from './testing/fill-and-count';

it.each([1, 2])(
  'lets those go whose window closes, and waits for nobody else, where %i is enough',
  async (count) => {
    const { workspaceId } = (await freshWorkspace()).actor;
    const event = EventTest.parse({
      ...{ type: 'event', event: 'Order', count },
      within: { amount: 1, unit: 'hours' },
    });
    const order = (userId: string, messageId: string) =>
      storeEvents(workspaceId, 'test', [{ type: 'track', event: 'Order', userId, messageId }], now());
    for (let index = 0; index < count; index += 1) await order('ada', `a${index}`);
    if (count > 1) await order('bob', 'b');
    await drainEngine();
    const isSet: Condition = { type: 'test', subject: 'attribute', path: ['x'], operator: 'is-not-set' };
    const all = new Map<Id<'seg'>, Condition>([
      ['seg_a', event],
      ['seg_b', { type: 'all', of: [event] }],
      ['seg_c', { type: 'all', of: [event, isSet] }],
    ]);
    for (const [id, condition] of all) await make(workspaceId, id, condition);
    await drainEngine();
    expect(await members(workspaceId)).toHaveLength(3);
    const waiting = await inWorkspace(workspaceId, (tx) => tx.select().from(segmentDueLists));
    expect(waiting.map(({ customerIds }) => customerIds.length)).toEqual([1, 1, 1]);
    advanceClock(3_600_000);
    await drainEngine();
    expect(await members(workspaceId)).toEqual([]);
    expect(await counted(workspaceId, all)).toEqual([]);
  },
);

it('lets go before what came later, though nobody looked in time, and waits for nobody who became another', async () => {
  const { workspaceId } = (await freshWorkspace()).actor;
  const within = { amount: 1, unit: 'hours' };
  const event = EventTest.parse({ type: 'event', event: 'Order', within });
  const send = (message: JsonObject) => storeEvents(workspaceId, 'test', [message], now());
  await send({ type: 'track', event: 'Order', userId: 'ada', messageId: '1' });
  await send({ type: 'track', event: 'Order', anonymousId: 'anon', messageId: '2' });
  await drainEngine();
  const all = new Map<Id<'seg'>, Condition>([
    ['seg_a', event],
    ['seg_b', { type: 'none', of: [event] }],
  ]);
  for (const [id, condition] of all) await make(workspaceId, id, condition);
  await drainEngine();
  expect(await members(workspaceId)).toHaveLength(2);
  await send({ type: 'identify', userId: 'bob', messageId: '3' });
  await send({ type: 'identify', userId: 'bob', anonymousId: 'anon', messageId: '4' });
  advanceClock(2 * 3_600_000);
  await send({ type: 'track', event: 'Order', userId: 'ada', messageId: '5' });
  await drainEngine();
  expect(await members(workspaceId)).toHaveLength(2);
  expect(await counted(workspaceId, all)).toEqual(await members(workspaceId));
  const left = await inWorkspace(workspaceId, async (tx) => ({
    stays: await tx.select().from(segmentStays),
    dues: await tx.select().from(segmentDues),
    lists: await tx.select().from(segmentDueLists),
  }));
  const ada = (await members(workspaceId))[0]?.split(' ')[1];
  expect(left.stays.filter(({ customerId }) => customerId === ada)).toHaveLength(2);
  expect(left.dues.map(({ customerId }) => customerId)).toEqual([ada, ada]);
  expect(left.lists).toEqual([]);
});
