// Changes in the catalogue reach exactly the customers who showed interest, once, through slices, crashes and merges.
import { asc, eq, isNull } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { events, productChanges } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { plantFaults } from '../fault';
import { pauseJourney } from '../journeys/pause-journey';
import { saveProducts } from '../products/save-products';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addEvent } from '../testing/people';
import { signalJourney } from '../testing/signal-journey';
import { unwrap } from '../testing/unwrap';
import { tellProductChanges } from './tell-product-changes';

const DAY_MS = 86_400_000;
let actor: Actor;
let ada: Id<'cus'>;
let ben: Id<'cus'>;

beforeEach(async () => {
  ({ actor } = await freshWorkspace());
  ada = await addCustomer(actor, { 'user-id': 'ada' });
  ben = await addCustomer(actor, { 'user-id': 'ben' });
  await save({ sku: 'T', name: 'Tea', price: 1_000, stock: 10 });
  await save({ sku: '42', name: 'Cup', price: 500, stock: 0 });
});

afterEach(() => plantFaults(undefined));

const save = async (product: object) =>
  unwrap(await saveProducts(actor, { products: [{ sku: 'T', ...product }] }));

function waitsFor(kind: string, more: object = {}): Promise<Id<'jrn'>> {
  const data = { kind, event: 'Viewed', path: ['product', 'id'], withinDays: 30, ...more };
  const nodeId = 'nod_trigger' as const;
  return signalJourney(actor, { signal: 'product-changed', nodeId, type: 'catalogue-trigger', data });
}

const view = (customer: Id<'cus'>, sku: string | number = 'T', daysAgo = 1, name = 'Viewed') =>
  addEvent(actor, customer, name, {
    properties: { product: { id: sku } },
    at: new Date(now().getTime() - daysAgo * DAY_MS),
  });

async function tell(slice?: number): Promise<number> {
  let slices = 0;
  while (await tellProductChanges(slice)) slices += 1;
  return slices;
}

const told = () =>
  inWorkspace(actor.workspaceId, (tx) =>
    tx.select().from(events).where(eq(events.type, 'signal')).orderBy(asc(events.seq)),
  );
const open = () =>
  inWorkspace(actor.workspaceId, (tx) =>
    tx.select().from(productChanges).where(isNull(productChanges.handledAt)),
  );
const whoWasTold = async () => new Set((await told()).map(({ customerId }) => customerId));

describe('a change', () => {
  it('is told to who showed interest in that product in the window, once', async () => {
    const journeyId = await waitsFor('price-drop');
    await view(ada);
    await view(ada);
    await view(ben, '42');
    await view(ben, 'T', 31);
    await view(ben, 'T', 1, 'Bought');
    await save({ price: 750, stock: 9 });
    await tell();
    expect(await told()).toMatchObject([
      {
        customerId: ada,
        name: 'product-changed',
        properties: {
          ...{
            kind: 'price-drop',
            sku: 'T',
            name: 'Tea',
            price: 750,
            previous_price: 1_000,
            drop_percent: 25,
          },
          ...{ stock: 9, url: null, category: '', journey_id: journeyId, node_id: 'nod_trigger' },
        },
      },
    ]);
    expect(await open()).toEqual([]);
    expect(await tell()).toBe(0);
  });

  it('of its kind is told to its journeys, and a number is as good a SKU as a text', async () => {
    const back = await waitsFor('back-in-stock');
    await waitsFor('low-stock');
    await view(ben, 42);
    await save({ sku: '42', stock: 4 });
    await tell();
    expect((await told()).map(({ properties }) => properties.journey_id)).toEqual([back]);
  });

  it('is told again when it happens again, and not for what came after it', async () => {
    await waitsFor('price-drop');
    await view(ada);
    await save({ price: 900 });
    await save({ price: 800 });
    await view(ben, 'T', -0.001);
    await tell();
    expect((await told()).map(({ properties }) => properties.price).sort()).toEqual([800, 900]);
    expect(await whoWasTold()).toEqual(new Set([ada]));
  });

  it('that no live journey waits for is settled without anybody being told', async () => {
    const journey = await waitsFor('price-drop');
    await pauseJourney(actor, { id: journey });
    await view(ada);
    await save({ price: 900 });
    await tell();
    expect(await told()).toEqual([]);
    expect(await open()).toEqual([]);
  });

  it('stays within its workspace', async () => {
    await waitsFor('price-drop');
    const { actor: stranger } = await freshWorkspace();
    await addEvent(stranger, await addCustomer(stranger, {}), 'Viewed', {
      properties: { product: { id: 'T' } },
    });
    await save({ price: 900 });
    await tell();
    const theirs = await inWorkspace(stranger.workspaceId, (tx) => tx.select().from(events));
    expect(theirs.filter(({ type }) => type === 'signal')).toEqual([]);
    expect(await told()).toEqual([]);
  });
});

describe('the walk', () => {
  it('goes slice by slice, and each customer of each slice is told', async () => {
    await waitsFor('price-drop');
    for (let round = 0; round < 5; round += 1) {
      await view(ada);
      await view(ben, round === 4 ? 'T' : '42');
    }
    await save({ price: 900 });
    expect(await tell(2)).toBeGreaterThan(4);
    expect(await whoWasTold()).toEqual(new Set([ada, ben]));
    expect(await told()).toHaveLength(2);
  });

  it.each(['changes.match', 'changes.signals', 'changes.slice'])(
    'goes on after a crash at %s',
    async (place) => {
      await waitsFor('price-drop');
      for (const customer of [ada, ben, ada, ben]) await view(customer);
      await save({ price: 900 });
      expect(await tellProductChanges(2)).toBe(true);
      const before = () => {
        throw new Error('crash');
      };
      plantFaults((name) => (name === place ? { before } : undefined));
      await expect(tellProductChanges(2)).rejects.toThrow('crash');
      plantFaults(undefined);
      await tell(2);
      expect(await told()).toHaveLength(2);
      expect(await open()).toEqual([]);
    },
  );

  it('may be gone by several workers at once', async () => {
    await waitsFor('price-drop');
    for (const customer of [ada, ben, ada, ben]) await view(customer);
    await save({ price: 900 });
    await Promise.all([tell(2), tell(2), tell(2)]);
    await tell(2);
    expect(await told()).toHaveLength(2);
  });
});
