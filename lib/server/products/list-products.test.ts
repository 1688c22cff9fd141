// Reading the catalogue.
import { expect, it } from 'vitest';
import { products } from '@/drizzle/schema';
import { ProductEntry } from '@/lib/core/api/product';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { listProducts } from './list-products';

it('lists by SKU and searches, within one workspace', async () => {
  const { actor } = await freshWorkspace();
  const { actor: stranger } = await freshWorkspace();
  const base = { workspaceId: actor.workspaceId, price: 1290, stock: 4, updatedAt: now() };
  await inWorkspace(actor.workspaceId, (tx) =>
    tx.insert(products).values([
      { ...base, sku: 'B-2', name: 'Blue mug', category: 'Kitchen' },
      { ...base, sku: 'A-1', name: 'Red scarf', category: 'Clothing' },
      { ...base, sku: 'C-3', name: 'Apron', category: 'Kitchen' },
    ]),
  );
  const first = unwrap(await listProducts(actor, { limit: 2 }));
  expect(first.data.map((entry) => ProductEntry.parse(entry).sku)).toEqual(['A-1', 'B-2']);
  const second = unwrap(await listProducts(actor, { limit: 2, cursor: first.next ?? '' }));
  expect(second).toMatchObject({ data: [{ sku: 'C-3' }], next: null });
  expect(unwrap(await listProducts(actor, { limit: 9, search: 'kitchen' })).data).toHaveLength(2);
  expect(unwrap(await listProducts(actor, { limit: 9, search: 'a-' })).data).toHaveLength(1);
  expect(unwrap(await listProducts(stranger, { limit: 9 })).data).toEqual([]);
});
