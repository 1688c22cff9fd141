// Everybody who waits for a product is told of it once: in portions, through crashes and merges, and whoever comes to wait
// while it changes is not forgotten.
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { productTellPeople, productTells } from '@/drizzle/schema';
import { ProductTest } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { serveBatch } from '../engine/serve-batch';
import { plantFaults } from '../fault';
import { storeEvents } from '../ingest/store-events';
import { runtime } from '../runtime';
import { buy, publish, standing } from '../segments/testing/live-shop';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { saveProducts } from './save-products';
import { tellWaiting } from './tell-waiting';

const PEOPLE = ['ada', 'bea', 'cem', 'dag', 'eva'].map((name) => `${name}@shop.example`);
const told = [{ record: 'product TEA' }];
const times = <Item>(count: number, items: readonly Item[]) =>
  Array.from({ length: count }, () => items).flat();

let actor: Actor;
let soldOut: Id<'jrn'>;

beforeEach(async () => {
  ({ actor } = await freshWorkspace());
  await stock(5);
  const condition = { ...ProductTest.parse({ type: 'product', sku: 'TEA' }), operator: 'less-than' };
  const bought = { type: 'event-trigger', data: { event: 'Order Completed' } };
  const data = { condition, timeout: { amount: 1, unit: 'days' } };
  soldOut = await publish(actor, 'Sold out', bought, { type: 'wait-for-condition', data }, 'met');
});

afterEach(() => plantFaults(undefined));

const stock = async (pieces: number) =>
  unwrap(await saveProducts(actor, { products: [{ sku: 'TEA', name: 'Tea', price: 500, stock: pieces }] }));

async function everybodyWaits(): Promise<void> {
  for (const person of PEOPLE) await buy(actor, person);
  await drainEngine();
}

const queued = () =>
  inWorkspace(actor.workspaceId, async (tx) => ({
    tells: (await tx.select().from(productTells)).length,
    people: (await tx.select().from(productTellPeople)).length,
  }));

it('saving writes one row, however many wait', async () => {
  await everybodyWaits();
  await stock(0);
  expect(await queued()).toEqual({ tells: 1, people: 0 });
  expect((await standing(actor)).signals).toEqual([]);
});

it('tells them portion by portion, and is done', async () => {
  await everybodyWaits();
  await stock(0);
  const left = [];
  while (await tellWaiting(2)) left.push((await queued()).people);
  expect(left).toEqual([0, 5, 3, 1, 0]);
  expect((await standing(actor)).signals).toEqual(times(5, told));
  await drainEngine();
  expect((await standing(actor)).passages).toEqual(times(5, [[soldOut, 'ended', 'exit-reached']]));
  expect(await queued()).toEqual({ tells: 0, people: 0 });
});

it.each(['tells.claim', 'tells.wait', 'tells.find', 'tells.portion', 'tells.commit'])(
  'a crash at %s, before and after, neither loses nor repeats anything',
  async (point) => {
    await everybodyWaits();
    await stock(0);
    let passed = 0;
    plantFaults((name) => {
      if (name !== point) return undefined;
      passed += 1;
      const crash = () => {
        throw new Error('The worker died.');
      };
      if (passed % 3 === 0) return undefined;
      return passed % 3 === 1 ? { before: crash } : { after: crash };
    });
    for (let isLeft = true; isLeft; ) {
      isLeft = await tellWaiting(2).catch(() => true);
    }
    expect(passed).toBeGreaterThan(2);
    expect((await standing(actor)).signals).toEqual(times(5, told));
  },
);

it('who becomes part of another customer meanwhile is told as that one', async () => {
  await everybodyWaits();
  const visit = { type: 'track', event: 'Order Completed', anonymousId: 'device', messageId: 'visit' };
  await storeEvents(actor.workspaceId, 'test', [visit], now());
  await drainEngine();
  await stock(0);
  await tellWaiting(2);
  await tellWaiting(2);
  expect((await queued()).people).toBe(6);
  const login = { type: 'identify', userId: 'fay', anonymousId: 'device', messageId: 'login' };
  await storeEvents(actor.workspaceId, 'test', [login], now());
  await drainEngine();
  expect((await standing(actor)).passages).toEqual(times(6, [[soldOut, 'ended', 'exit-reached']]));
});

it('who was let in by what the product was before is told as well', async () => {
  if (runtime().engine === 'pglite') return; // One connection: nothing is saved in the middle of a batch.
  await buy(actor, 'ada@shop.example');
  let isSaved = false;
  plantFaults((name) => {
    if (name !== 'engine.beginnings' || isSaved) return undefined;
    isSaved = true;
    return { before: async () => void (await stock(0)) };
  });
  await serveBatch();
  await drainEngine();
  expect(isSaved).toBe(true);
  expect((await standing(actor)).passages).toEqual([[soldOut, 'ended', 'exit-reached']]);
});

it('waits for a batch that read the product as it was', async () => {
  if (runtime().engine === 'pglite') return; // One connection: nobody holds a lane beside it.
  await everybodyWaits();
  await stock(0);
  let isTold = false;
  const telling = await inWorkspace(actor.workspaceId, async (tx) => {
    await tx.execute(sql`select lane from lanes where workspace_id = ${actor.workspaceId} for update`);
    const begun = tellWaiting().finally(() => {
      isTold = true;
    });
    for (let turn = 0; turn < 50; turn += 1) await tx.execute(sql`select 1`);
    expect(isTold).toBe(false);
    return { begun };
  });
  expect(await telling.begun).toBe(true);
});

it('another workspace is told nothing', async () => {
  const { actor: stranger } = await freshWorkspace();
  await everybodyWaits();
  await stock(0);
  await drainEngine();
  expect((await standing(stranger)).signals).toEqual([]);
});
