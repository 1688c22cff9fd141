// A new pool: of codes made by a pattern, or empty and waiting for an import.
import { couponPools } from '@/drizzle/schema';
import type { CouponPool, CreateCouponPool } from '@/lib/core/api/coupon';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { newId } from '../new-id';

export async function createCouponPool(
  actor: Actor,
  { name, pattern }: CreateCouponPool,
): Promise<Result<CouponPool>> {
  const id = newId('cpl');
  const createdAt = now();
  await inWorkspace(actor.workspaceId, async (tx) => {
    await tx.insert(couponPools).values({ workspaceId: actor.workspaceId, id, name, pattern, createdAt });
    await audit(tx, actor, 'coupon-pool.created', id, { name, pattern });
  });
  const free = pattern === null ? 0 : null;
  return ok({ id, name, pattern, issued: 0, free, createdAt: createdAt.toISOString() });
}
