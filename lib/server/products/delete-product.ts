// Takes a product out of the catalogue. Customers who wait for it hear nothing of it any more.
import { and, eq, isNull } from 'drizzle-orm';
import { productChanges, products } from '@/drizzle/schema';
import type { ProductRef } from '@/lib/core/api/product';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';

export function deleteProduct(actor: Actor, { sku }: ProductRef): Promise<Result<ProductRef>> {
  const { workspaceId } = actor;
  return inWorkspace(workspaceId, async (tx) => {
    const deleted = await tx
      .delete(products)
      .where(and(eq(products.workspaceId, workspaceId), eq(products.sku, sku)))
      .returning({ sku: products.sku });
    if (deleted.length === 0) return refusal('not-found');
    await tx
      .update(productChanges)
      .set({ handledAt: now() })
      .where(
        and(
          eq(productChanges.workspaceId, workspaceId),
          eq(productChanges.sku, sku),
          isNull(productChanges.handledAt),
        ),
      );
    await audit(tx, actor, 'product.deleted', sku);
    return ok({ sku });
  });
}
