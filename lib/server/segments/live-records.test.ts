// What the product itself writes down of customers moves them in and out of segments at once, and ends waits: consents, how
// messages came out, passages through journeys.
import { expect, it } from 'vitest';
import { ConsentTest, JourneyTest, MessageTest, ProductTest } from '@/lib/core/condition/condition';
import { advanceClock } from '../clock';
import { inWorkspace } from '../db/transaction';
import { drainSender } from '../delivery/drain-sender';
import { optOut } from '../delivery/opt-out';
import { drainEngine } from '../engine/run-engine';
import { archiveJourney } from '../journeys/archive-journey';
import { deleteProduct } from '../products/delete-product';
import { saveProducts } from '../products/save-products';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { agree, buy, make, publish, standing, withdraw } from './testing/live-shop';

const optedIn = ConsentTest.parse({ type: 'consent', channel: 'email' });
const day = { amount: 1, unit: 'days' };

const left = (segmentId: string) => ({ type: 'segment-trigger', data: { segmentId, on: 'left' } });
const bought = { type: 'event-trigger', data: { event: 'Order Completed' } };
const waiting = { type: 'delay', data: day };

it('a consent withdrawn moves its customer out of a segment, and starts the journey of those who leave', async () => {
  const { actor } = await freshWorkspace();
  const other = await freshWorkspace();
  for (const one of [actor, other.actor]) {
    await buy(one, 'ada@shop.example');
    await agree(one);
    await make(one, 'seg_in', optedIn);
  }
  await drainEngine();
  const leaving = await publish(actor, 'Sorry', left('seg_in'), waiting);
  expect((await standing(actor)).members).toEqual(['seg_in']);
  await withdraw(actor, 'ada@shop.example');
  await drainEngine();
  expect(await standing(actor)).toMatchObject({ members: [], passages: [[leaving, 'waiting', null]] });
  expect((await standing(other.actor)).members).toEqual(['seg_in']);
});

it('a word nobody asks about is told to nobody', async () => {
  const { actor } = await freshWorkspace();
  await buy(actor, 'ada@shop.example');
  await make(actor, 'seg_sms', { ...optedIn, channel: 'sms' });
  await withdraw(actor, 'ada@shop.example');
  await drainEngine();
  expect((await standing(actor)).signals).toEqual([]);
});

it('a wait for a consent ends when it is given or withdrawn, not when the time is over', async () => {
  const { actor } = await freshWorkspace();
  const optedOut = { ...optedIn, state: 'opted-out' };
  const wait = { type: 'wait-for-condition', data: { condition: optedOut, timeout: day } };
  const journey = await publish(actor, 'Until they refuse', bought, wait, 'met');
  await buy(actor, 'ada@shop.example');
  await drainEngine();
  expect((await standing(actor)).passages).toEqual([[journey, 'waiting', null]]);
  await withdraw(actor, 'ada@shop.example');
  await drainEngine();
  expect((await standing(actor)).passages).toEqual([[journey, 'ended', 'exit-reached']]);
});

it('who comes into a journey and is taken out of it by its archiving is in the segment of those inside, meanwhile', async () => {
  const { actor } = await freshWorkspace();
  const journey = await publish(actor, 'Order', bought, waiting);
  await make(actor, 'seg_inside', JourneyTest.parse({ type: 'journey', journeyId: journey }));
  await drainEngine();
  const leaving = await publish(actor, 'Left', left('seg_inside'), waiting);
  await buy(actor, 'ada@shop.example');
  await drainEngine();
  expect((await standing(actor)).members).toEqual(['seg_inside']);
  unwrap(await archiveJourney(actor, { id: journey }));
  await drainEngine();
  const { members, passages } = await standing(actor);
  expect(members).toEqual([]);
  expect(passages).toContainEqual([leaving, 'waiting', null]);
});

it('a message that went out brings into the segment of those who got one', async () => {
  const { actor } = await freshWorkspace();
  const sentOne = MessageTest.parse({ type: 'message', outcome: 'sent', within: day });
  await make(actor, 'seg_sent', sentOne);
  await make(actor, 'seg_refused', MessageTest.parse({ type: 'message', outcome: 'refused' }));
  const letter = { type: 'send-email', data: { subject: 'Thanks', body: 'Thanks.', kind: 'transactional' } };
  await publish(actor, 'Thanks', bought, letter);
  await buy(actor, 'ada@shop.example');
  await drainEngine();
  expect((await standing(actor)).members).toEqual([]);
  await drainSender();
  await drainEngine();
  expect((await standing(actor)).members).toEqual(['seg_sent']);
  advanceClock(2 * 86_400_000);
  await drainEngine();
  expect((await standing(actor)).members).toEqual([]);
  await withdraw(actor, 'ada@shop.example');
  await publish(actor, 'News', bought, { ...letter, data: { ...letter.data, kind: 'marketing' } });
  await buy(actor, 'ada@shop.example');
  await drainEngine();
  await drainSender();
  await drainEngine();
  expect((await standing(actor)).members.sort()).toEqual(['seg_refused', 'seg_sent']);
});

it('what sells out moves everybody, and ends a wait for it', async () => {
  const { actor } = await freshWorkspace();
  const stock = (pieces: number) =>
    saveProducts(actor, { products: [{ sku: 'TEA', name: 'Tea', price: 500, stock: pieces }] });
  unwrap(await stock(5));
  await buy(actor, 'ada@shop.example');
  const inStock = ProductTest.parse({ type: 'product', sku: 'TEA' });
  await make(actor, 'seg_stock', inStock);
  await make(actor, 'seg_built', { type: 'segment', segmentId: 'seg_stock', isMember: false });
  await drainEngine();
  expect((await standing(actor)).members).toEqual(['seg_stock']);
  const condition = { ...inStock, operator: 'less-than' };
  const soldOut = await publish(
    actor,
    'Sold out',
    bought,
    {
      ...{ type: 'wait-for-condition', data: { condition, timeout: day } },
    },
    'met',
  );
  const leaving = await publish(actor, 'Out of stock', left('seg_stock'), waiting);
  await buy(actor, 'ada@shop.example');
  await drainEngine();
  unwrap(await stock(4));
  await drainEngine();
  expect((await standing(actor)).passages).toEqual([[soldOut, 'waiting', null]]);
  unwrap(await stock(0));
  await drainEngine();
  const { members, passages } = await standing(actor);
  expect(members).toEqual(['seg_built']);
  expect(passages.sort()).toEqual(
    [
      [leaving, 'waiting', null],
      [soldOut, 'ended', 'exit-reached'],
    ].sort(),
  );
  await buy(actor, 'bea@shop.example');
  await drainEngine();
  expect((await standing(actor)).members).toEqual(['seg_built', 'seg_built']);
  unwrap(await stock(1));
  unwrap(await deleteProduct(actor, { sku: 'TEA' }));
  await drainEngine();
  expect((await standing(actor)).members).toEqual(['seg_built', 'seg_built']);
  unwrap(await stock(1));
  await drainEngine();
  expect((await standing(actor)).members).toEqual(['seg_stock', 'seg_stock']);
});

it('a change that is rolled back is told to nobody', async () => {
  const { actor } = await freshWorkspace();
  const { workspaceId } = actor;
  await buy(actor, 'ada@shop.example');
  await agree(actor);
  await make(actor, 'seg_in', optedIn);
  await drainEngine();
  const wish = { workspaceId, channel: 'email', address: 'ada@shop.example', customerId: null } as const;
  const broken = inWorkspace(workspaceId, async (tx) => {
    await optOut(tx, { ...wish, source: 'test', proof: {}, reason: 'unsubscribed' });
    throw new Error('The power failed.');
  });
  await expect(broken).rejects.toThrow('The power failed.');
  await drainEngine();
  expect(await standing(actor)).toMatchObject({ members: ['seg_in'], signals: [] });
});
