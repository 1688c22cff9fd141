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
import { wake } from '../wake';
import { lockCatalogue } from './store-products';
import { tellProducts, watchProducts } from './tell-products';

export async function deleteProduct(actor: Actor, { sku }: ProductRef): Promise<Result<ProductRef>> {
  const { workspaceId } = actor;
  const gone = await inWorkspace(workspaceId, async (tx) => {
    await lockCatalogue(tx, workspaceId);
    const watched = await watchProducts(tx, workspaceId);
    const [deleted] = await tx
      .delete(products)
      .where(and(eq(products.workspaceId, workspaceId), eq(products.sku, sku)))
      .returning();
    if (deleted === undefined) return refusal('not-found');
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
    await tellProducts(tx, workspaceId, watched, [{ sku, before: deleted, after: null }]);
    await audit(tx, actor, 'product.deleted', sku);
    return ok({ sku });
  });
  if (gone.ok) wake('engine');
  return gone;
}
