// The coupon pools of a workspace, newest first.
import { sql } from 'drizzle-orm';
import type { CouponPool, ListCouponPools } from '@/lib/core/api/coupon';
import type { Page } from '@/lib/core/api/page';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { ByInstant, pageOfRows, readCursor } from '../api/cursor';
import { inWorkspace } from '../db/transaction';
import { poolEntries } from './pool-entries';

export async function listCouponPools(
  actor: Actor,
  input: ListCouponPools,
): Promise<Result<Page<CouponPool>>> {
  const cursor = readCursor(ByInstant, input.cursor);
  if (!cursor.ok) return cursor;
  const [at, id] = cursor.value ?? [];
  const before = at === undefined ? sql`true` : sql`(created_at, id) < (${new Date(at)}, ${id})`;
  const found = await inWorkspace(actor.workspaceId, (tx) =>
    poolEntries(
      tx,
      sql`select * from coupon_pools where workspace_id = ${actor.workspaceId} and ${before}
        order by created_at desc, id desc limit ${input.limit + 1}`,
    ),
  );
  return ok(pageOfRows(found, input.limit, (row) => [Date.parse(row.createdAt), row.id]));
}
