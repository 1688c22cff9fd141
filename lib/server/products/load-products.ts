// Products by SKU, as they are at this moment: prices and stocks for conditions and messages.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Product } from '@/lib/core/products/complete-product';
import { rows, type Tx } from '../db/transaction';

/** In one statement; a SKU nobody knows is not in the answer. */
export async function loadProducts(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  skus: readonly string[],
): Promise<ReadonlyMap<string, Product>> {
  if (skus.length === 0) return new Map();
  const found = await rows<Product>(
    tx,
    sql`
      select p.sku, p.name, p.category, p.price, p.stock, p.url
      from (select distinct sku from unnest(${sql.param([...skus])}::text[]) as s (sku)) wanted
      join products p on p.workspace_id = ${workspaceId} and p.sku = wanted.sku`,
  );
  return new Map(found.map((product) => [product.sku, product]));
}
