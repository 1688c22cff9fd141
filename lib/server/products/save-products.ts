// Creates and changes up to a thousand products at once: all of them, or none.
import type { SavedProducts, SaveProducts } from '@/lib/core/api/product';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { inWorkspace } from '../db/transaction';
import { type CodedRefusal, refusal } from '../refusal';
import { wake } from '../wake';
import { planProducts, storeProducts } from './store-products';

export async function saveProducts(
  actor: Actor,
  { products }: SaveProducts,
): Promise<Result<SavedProducts, CodedRefusal>> {
  const saved = await inWorkspace(actor.workspaceId, async (tx) => {
    const { steps, incomplete } = await planProducts(tx, actor.workspaceId, products);
    const [missing] = incomplete;
    if (missing) {
      const field = `products.${missing.index}.${missing.field}`;
      return refusal('invalid-field', { detail: `${field}: A new product needs it.`, field });
    }
    const tally = await storeProducts(tx, actor.workspaceId, steps);
    await audit(tx, actor, 'products.saved', actor.workspaceId, { ...tally });
    return ok(tally);
  });
  if (saved.ok && saved.value.created + saved.value.updated > 0) wake('engine');
  return saved;
}
