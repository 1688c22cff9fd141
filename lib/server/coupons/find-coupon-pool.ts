// One coupon pool.
import { sql } from 'drizzle-orm';
import type { CouponPool, CouponPoolRef } from '@/lib/core/api/coupon';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace, type Tx } from '../db/transaction';
import { refusal } from '../refusal';
import { poolEntries } from './pool-entries';

export async function findCouponPool(actor: Actor, { id }: CouponPoolRef): Promise<Result<CouponPool>> {
  const pool = await inWorkspace(actor.workspaceId, (tx) => poolOf(tx, actor, id));
  return pool ? ok(pool) : refusal('not-found');
}

export async function poolOf(tx: Tx, { workspaceId }: Actor, id: Id<'cpl'>): Promise<CouponPool | null> {
  const chosen = sql`select * from coupon_pools where workspace_id = ${workspaceId} and id = ${id}`;
  const [pool] = await poolEntries(tx, chosen);
  return pool ?? null;
}
