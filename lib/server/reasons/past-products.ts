// What the catalogue said of products. Only what it says now is kept: where a product has changed since, nobody knows.
import { sql } from 'drizzle-orm';
import { type Condition, type Leaf, leavesOf, type ProductTest } from '@/lib/core/condition/condition';
import { type Product, skuOf } from '@/lib/core/condition/evaluate';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';
import type { OccasionRow } from './occasion-rows';

/** A change is committed within this of its time; a product that changed so shortly before an event may not have yet. */
const COMMITTED_MS = 60_000;

export interface PastProducts {
  readonly products: ReadonlyMap<string, Product>;
  /** Whether the product that the test is about has stayed as it is since the event. */
  isKnown(event: OccasionRow, test: ProductTest): boolean;
}

export async function pastProducts(
  tx: Tx,
  { workspaceId }: Actor,
  events: readonly OccasionRow[],
  filters: readonly Condition[],
): Promise<PastProducts> {
  const isAboutProduct = (leaf: Leaf) => leaf.type === 'product';
  const tests = filters.flatMap(leavesOf).filter(isAboutProduct);
  const wanted = tests.flatMap((test) => events.map(({ properties }) => skuOf(test, properties) ?? []));
  const skus = [...new Set(wanted.flat())];
  const found =
    skus.length === 0
      ? []
      : await rows<Product & { sku: string; updatedAt: Date }>(
          tx,
          sql`
            select sku, stock, price, updated_at as "updatedAt" from products
            where workspace_id = ${workspaceId} and sku = any (${sql.param(skus)}::text[])`,
        );
  const changedAt = new Map(found.map(({ sku, updatedAt }) => [sku, updatedAt.getTime()]));
  return {
    products: new Map(found.map(({ sku, stock, price }) => [sku, { stock, price }])),
    isKnown: ({ properties, receivedAt }, test) => {
      const sku = skuOf(test, properties);
      if (sku === null) return true;
      // One that is not there may have been deleted since.
      const at = changedAt.get(sku) ?? Number.POSITIVE_INFINITY;
      return at + COMMITTED_MS <= receivedAt.getTime();
    },
  };
}
