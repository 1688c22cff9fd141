// Writes products and what their changes mean, under a lock that lets one writer of a workspace's catalogue in at a time:
// so what is compared is what was there, and no change is seen twice or never.
import { sql } from 'drizzle-orm';
import type { ProductInput, SavedProducts } from '@/lib/core/api/product';
import type { Id } from '@/lib/core/id';
import { completeProduct, isSameProduct, type Product } from '@/lib/core/products/complete-product';
import { LOW_STOCK, productChanges } from '@/lib/core/products/product-changes';
import { now } from '../clock';
import { rows, type Tx } from '../db/transaction';
import { newId } from '../new-id';
import { loadProducts } from './load-products';
import { tellProducts, watchProducts } from './tell-products';

/** A product that is new and lacks something. */
export interface Incomplete {
  readonly index: number;
  readonly field: 'name' | 'price' | 'stock';
}

interface Step {
  readonly before: Product | null;
  readonly after: Product;
}

/** Before any other lock, and held to the end of `tx`, by whoever changes the catalogue. */
export async function lockCatalogue(tx: Tx, workspaceId: Id<'wsp'>): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`products ${workspaceId}`}, 0))`);
}

/** What the given products become, and which cannot be. Nothing is written yet. */
export async function planProducts(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  given: readonly ProductInput[],
): Promise<{ steps: Step[]; incomplete: Incomplete[] }> {
  await lockCatalogue(tx, workspaceId);
  const known = await loadProducts(
    tx,
    workspaceId,
    given.map(({ sku }) => sku),
  );
  const steps: Step[] = [];
  const incomplete: Incomplete[] = [];
  for (const [index, input] of given.entries()) {
    const before = known.get(input.sku) ?? null;
    const after = completeProduct(before, input);
    if (after.ok) steps.push({ before, after: after.value });
    else incomplete.push({ index, field: after.refusal });
  }
  return { steps, incomplete };
}

export async function storeProducts(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  steps: readonly Step[],
): Promise<SavedProducts> {
  const watched = await watchProducts(tx, workspaceId);
  const news = steps.filter(({ before, after }) => !before || !isSameProduct(before, after));
  const created = news.filter(({ before }) => before === null).length;
  await write(
    tx,
    workspaceId,
    news.map(({ after }) => after),
  );
  const changes = news.flatMap(({ before, after }) => (before ? changesOf(before, after) : []));
  await writeChanges(tx, workspaceId, changes);
  await tellProducts(
    tx,
    workspaceId,
    watched,
    news.map(({ before, after }) => ({ sku: after.sku, before, after })),
  );
  return {
    created,
    updated: news.length - created,
    unchanged: steps.length - news.length,
    changes: changes.length,
  };
}

function changesOf(before: Product, after: Product) {
  return productChanges(before, after, LOW_STOCK).map((kind) => ({
    ...{ id: newId('chg'), sku: after.sku, kind, before, after: { ...after, threshold: LOW_STOCK } },
  }));
}

async function write(tx: Tx, workspaceId: Id<'wsp'>, products: readonly Product[]): Promise<void> {
  if (products.length === 0) return;
  await tx.execute(sql`
    insert into products (workspace_id, sku, name, category, price, stock, url, updated_at)
    select ${workspaceId}, p.sku, p.name, p.category, p.price, p.stock, p.url, ${now()}
    from json_to_recordset(${JSON.stringify(products)}::json) as p (
      sku text, name text, category text, price integer, stock integer, url text)
    on conflict (workspace_id, sku) do update set name = excluded.name, category = excluded.category,
      price = excluded.price, stock = excluded.stock, url = excluded.url, updated_at = excluded.updated_at`);
}

async function writeChanges(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  changes: readonly ReturnType<typeof changesOf>[number][],
): Promise<void> {
  if (changes.length === 0) return;
  await rows(
    tx,
    sql`
      insert into product_changes (workspace_id, id, sku, kind, before, after, at)
      select ${workspaceId}, c.id, c.sku, c.kind, c.before, c.after, ${now()}
      from json_to_recordset(${JSON.stringify(changes)}::json) as c (
        id text, sku text, kind text, before jsonb, after jsonb)`,
  );
}
