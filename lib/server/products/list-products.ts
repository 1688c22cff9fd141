// The catalogue, by SKU.
import { sql } from 'drizzle-orm';
import type { Page } from '@/lib/core/api/page';
import type { ListProducts, ProductEntry } from '@/lib/core/api/product';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { ByName, pageOfRows, readCursor } from '../api/cursor';
import { holding, startingWith } from '../api/pattern';
import { inWorkspace, rows } from '../db/transaction';

export async function listProducts(actor: Actor, input: ListProducts): Promise<Result<Page<ProductEntry>>> {
  const cursor = readCursor(ByName, input.cursor);
  if (!cursor.ok) return cursor;
  const all = [sql`workspace_id = ${actor.workspaceId}`];
  if (cursor.value) all.push(sql`sku > ${cursor.value[0]}`);
  if (input.search !== undefined) {
    const part = holding(input.search);
    const start = startingWith(input.search);
    all.push(sql`(lower(sku) like ${start} or lower(name) like ${part} or lower(category) like ${part})`);
  }
  const found = await inWorkspace(actor.workspaceId, (tx) =>
    rows<Omit<ProductEntry, 'updatedAt'> & { updatedAt: Date }>(
      tx,
      sql`select sku, name, category, price, stock, url, updated_at as "updatedAt" from products
        where ${sql.join(all, sql` and `)} order by sku limit ${input.limit + 1}`,
    ),
  );
  const entries = found.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
  return ok(pageOfRows(entries, input.limit, (row) => [row.sku]));
}
