// One product by its SKU.
import { and, eq } from 'drizzle-orm';
import { products } from '@/drizzle/schema';
import type { ProductEntry, ProductRef } from '@/lib/core/api/product';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';

export async function findProduct(actor: Actor, { sku }: ProductRef): Promise<Result<ProductEntry>> {
  const [found] = await inWorkspace(actor.workspaceId, (tx) =>
    tx
      .select()
      .from(products)
      .where(and(eq(products.workspaceId, actor.workspaceId), eq(products.sku, sku))),
  );
  if (!found) return refusal('not-found');
  const { workspaceId: _, updatedAt, ...product } = found;
  return ok({ ...product, updatedAt: updatedAt.toISOString() });
}
