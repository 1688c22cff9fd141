// What becomes of a catalogue that changes under those who wait for it: each of them is told once, and no change is lost.
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { ProductTest } from '@/lib/core/condition/condition';
import { inWorkspace } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { buy, publish, standing } from '../segments/testing/live-shop';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { deleteProduct } from './delete-product';
import { listProducts } from './list-products';
import { saveProducts } from './save-products';
import { planProducts, storeProducts } from './store-products';

const skus = ['TEA', 'CUP', 'POT'];
const inStock = (stock: number) => ({
  products: skus.map((sku) => ({ sku, name: sku, price: 500, stock })),
});

it.each([
  ['some product that their event names', { sku: '', path: ['sku'] }],
  ['one product', { sku: 'TEA' }],
])('who waits for %s is told once, however many sell out at once', async (_, which) => {
  const { actor } = await freshWorkspace();
  unwrap(await saveProducts(actor, inStock(5)));
  const condition = { ...ProductTest.parse({ type: 'product', ...which }), operator: 'less-than' };
  const bought = { type: 'event-trigger', data: { event: 'Order Completed' } };
  const data = { condition, timeout: { amount: 1, unit: 'days' } };
  await publish(actor, 'Sold out', bought, { type: 'wait-for-condition', data }, 'met');
  await buy(actor, 'ada@shop.example');
  await buy(actor, 'bea@shop.example');
  await drainEngine();
  unwrap(await saveProducts(actor, inStock(0)));
  await drainEngine();
  expect((await standing(actor)).signals).toEqual([{ record: 'product TEA' }, { record: 'product TEA' }]);
});

it('what is deleted while it is saved is gone afterwards', async () => {
  const { actor } = await freshWorkspace();
  const { workspaceId } = actor;
  unwrap(await saveProducts(actor, inStock(5)));
  const { deleting } = await inWorkspace(workspaceId, async (tx) => {
    const { steps } = await planProducts(tx, workspaceId, inStock(4).products);
    let isDone = false;
    const begun = deleteProduct(actor, { sku: 'TEA' }).finally(() => {
      isDone = true;
    });
    for (let turn = 0; turn < 200 && !isDone; turn += 1) await tx.execute(sql`select 1`);
    await storeProducts(tx, workspaceId, steps);
    return { deleting: begun };
  });
  unwrap(await deleting);
  const left = unwrap(await listProducts(actor, { limit: 50 })).data;
  expect(left.map(({ sku }) => sku).sort()).toEqual(['CUP', 'POT']);
});
