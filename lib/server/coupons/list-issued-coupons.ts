// Who got which code of a pool, newest first.
import { sql } from 'drizzle-orm';
import type { CouponPoolRef, IssuedCoupon, ListIssuedCoupons } from '@/lib/core/api/coupon';
import type { Page } from '@/lib/core/api/page';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { ByInstant, pageOfRows, readCursor } from '../api/cursor';
import { startingWith } from '../api/pattern';
import { customerLabels } from '../customers/customer-labels';
import { inWorkspace, rows } from '../db/transaction';
import { refusal } from '../refusal';
import { poolOf } from './find-coupon-pool';

export async function listIssuedCoupons(
  actor: Actor,
  input: CouponPoolRef & ListIssuedCoupons,
): Promise<Result<Page<IssuedCoupon>>> {
  const cursor = readCursor(ByInstant, input.cursor);
  if (!cursor.ok) return cursor;
  const all = [
    sql`workspace_id = ${actor.workspaceId} and pool_id = ${input.id} and key is not null`,
    ...(cursor.value ? [sql`(issued_at, code) < (${new Date(cursor.value[0])}, ${cursor.value[1]})`] : []),
    ...(input.search === undefined ? [] : [sql`lower(code) like ${startingWith(input.search)}`]),
  ];
  return inWorkspace(actor.workspaceId, async (tx) => {
    if (!(await poolOf(tx, actor, input.id))) return refusal('not-found');
    const found = await rows<{ code: string; customerId: Id<'cus'>; issuedAt: Date }>(
      tx,
      sql`
        select code, customer_id as "customerId", issued_at as "issuedAt" from coupons
        where ${sql.join(all, sql` and `)} order by issued_at desc, code desc limit ${input.limit + 1}`,
    );
    const labelOf = await customerLabels(
      tx,
      actor,
      found.map(({ customerId }) => customerId),
    );
    const entries = found.map((row) => ({
      ...row,
      customerLabel: labelOf(row.customerId),
      issuedAt: row.issuedAt.toISOString(),
    }));
    return ok(pageOfRows(entries, input.limit, (row) => [Date.parse(row.issuedAt), row.code]));
  });
}
