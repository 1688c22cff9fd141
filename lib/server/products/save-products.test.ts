// Saving products: what is left out stays, what changes is noted for the journeys, and workspaces never meet.
import { asc } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditLog, productChanges } from '@/drizzle/schema';
import { endpoints } from '@/lib/core/api/endpoints';
import type { ProductInput } from '@/lib/core/api/product';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { bearer, callApi } from '../testing/call-api';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { deleteProduct } from './delete-product';
import { findProduct } from './find-product';
import { listProducts } from './list-products';
import { loadProducts } from './load-products';
import { saveProducts } from './save-products';

const tea = { sku: 'T', name: 'Tea', category: 'Drinks', price: 900, stock: 10, url: 'https://x.test/t' };
let actor: Actor;

beforeEach(async () => {
  ({ actor } = await freshWorkspace());
  unwrap(await saveProducts(actor, { products: [tea] }));
});

const save = async (...products: ProductInput[]) => unwrap(await saveProducts(actor, { products }));
const changes = () =>
  inWorkspace(actor.workspaceId, (tx) => tx.select().from(productChanges).orderBy(asc(productChanges.id)));

describe('saveProducts', () => {
  it('creates, changes and leaves alone, and says how many', async () => {
    await save({ ...tea, sku: 'U' });
    const saved = await save({ ...tea, sku: 'V' }, { sku: 'T', stock: 12 }, { sku: 'U', price: 900 });
    expect(saved).toEqual({ created: 1, updated: 1, unchanged: 1, changes: 0 });
    expect(unwrap(await findProduct(actor, { sku: 'T' }))).toMatchObject({ ...tea, stock: 12 });
    const trail = await inWorkspace(actor.workspaceId, (tx) => tx.select().from(auditLog));
    expect(trail.filter(({ action }) => action === 'products.saved')).toHaveLength(3);
  });

  it('notes each change once, with what was before and after', async () => {
    expect(await save({ sku: 'T', price: 700, stock: 3 })).toMatchObject({ updated: 1, changes: 2 });
    await save({ sku: 'T', price: 700, stock: 3 });
    await save({ sku: 'T', stock: 0 });
    await save({ sku: 'T', stock: 8, price: 750 });
    const noted = (await changes()).map(({ kind, before, after, handledAt }) => [
      ...[kind, before.price, after.price, before.stock, after.stock, after.threshold, handledAt],
    ]);
    expect(noted.sort()).toEqual([
      ['back-in-stock', 700, 750, 0, 8, 5, null],
      ['low-stock', 900, 700, 10, 3, 5, null],
      ['price-drop', 900, 700, 10, 3, 5, null],
    ]);
  });

  it('saves nothing where a new product lacks something', async () => {
    const refused = await saveProducts(actor, {
      products: [
        { sku: 'T', price: 1 },
        { sku: 'N', name: 'N' },
      ],
    });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'invalid-field', field: 'products.1.price' },
    });
    expect(unwrap(await findProduct(actor, { sku: 'T' })).price).toBe(900);
    expect(await changes()).toEqual([]);
  });

  it('compares with what is there, however many save at once', async () => {
    const prices = Array.from({ length: 20 }, (_, index) => 899 - index);
    await Promise.all(prices.map((price) => save({ sku: 'T', price })));
    const drops = (await changes()).map(({ before, after }) => [before.price, after.price]);
    // Whatever the order, each drop starts where an earlier one ended, and none is told twice.
    const last = unwrap(await findProduct(actor, { sku: 'T' })).price;
    expect(new Set(drops.map(String)).size).toBe(drops.length);
    for (const [before, after] of drops) expect(Number(after)).toBeLessThan(Number(before));
    expect([...prices, 900]).toContain(last);
    for (const [before] of drops) expect([...prices, 900]).toContain(before);
  });

  it('sees nothing of another workspace', async () => {
    const { actor: stranger } = await freshWorkspace();
    const given = { products: [{ sku: 'T', stock: 1 }] };
    expect(await saveProducts(stranger, given)).toMatchObject({ refusal: { field: 'products.0.name' } });
    expect(await findProduct(stranger, { sku: 'T' })).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await deleteProduct(stranger, { sku: 'T' })).toMatchObject({ refusal: { code: 'not-found' } });
    const seen = await inWorkspace(stranger.workspaceId, (tx) =>
      loadProducts(tx, stranger.workspaceId, ['T']),
    );
    expect(seen.size).toBe(0);
    expect(unwrap(await listProducts(actor, { limit: 9 })).data).toHaveLength(1);
  });
});

describe('deleteProduct', () => {
  it('takes it away with the changes nobody was told yet', async () => {
    await save({ sku: 'T', price: 1 });
    expect(unwrap(await deleteProduct(actor, { sku: 'T' }))).toEqual({ sku: 'T' });
    expect(await findProduct(actor, { sku: 'T' })).toMatchObject({ refusal: { code: 'not-found' } });
    expect((await changes()).map(({ handledAt }) => handledAt)).toEqual([expect.any(Date)]);
  });
});

describe('over the wire', () => {
  it.each<[string, object, string]>([
    ['a price that is no integer', { sku: 'T', price: 9.5 }, 'products.0.price'],
    ['a price below nothing', { sku: 'T', price: -1 }, 'products.0.price'],
    ['a stock without end', { sku: 'T', stock: 1e12 }, 'products.0.stock'],
    ['an address that runs code', { sku: 'T', url: 'javascript:alert(1)' }, 'products.0.url'],
    ['an empty SKU', { sku: ' ' }, 'products.0.sku'],
    ['an unknown field', { sku: 'T', workspaceId: 'wsp_x' }, 'products.0.workspaceId'],
  ])('%s is refused by field', async (_, product, field) => {
    const headers = await bearer(actor);
    const answer = await callApi(endpoints.saveProducts, { headers, body: { products: [product] } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-field', field } });
  });

  it('a thousand are taken and one more is not; a SKU may stand once', async () => {
    const headers = await bearer(actor);
    const many = Array.from({ length: 1_000 }, (_, index) => ({ ...tea, sku: `P-${index}` }));
    const taken = await callApi(endpoints.saveProducts, { headers, body: { products: many } });
    expect(taken).toMatchObject({ status: 200, body: { created: 1_000 } });
    for (const products of [
      [...many, tea],
      [tea, tea],
    ]) {
      const answer = await callApi(endpoints.saveProducts, { headers, body: { products } });
      expect(answer).toMatchObject({ status: 400, body: { field: 'products' } });
    }
  });

  it('reads and deletes by any SKU', async () => {
    const headers = await bearer(actor);
    await save({ ...tea, sku: 'a/b ü' });
    const params = { sku: 'a/b ü' };
    expect(await callApi(endpoints.findProduct, { headers, params })).toMatchObject({ status: 200 });
    expect(await callApi(endpoints.deleteProduct, { headers, params })).toMatchObject({ status: 200 });
    expect(await callApi(endpoints.findProduct, { headers, params })).toMatchObject({ status: 404 });
  });
});
