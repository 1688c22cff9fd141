// Coupon pools as lists show them, with what is issued and what is left.
import { type SQL, sql } from 'drizzle-orm';
import type { CouponPool } from '@/lib/core/api/coupon';
import { rows, type Tx } from '../db/transaction';

type Row = Omit<CouponPool, 'createdAt' | 'free'> & { free: number; createdAt: Date };

/** @param chosen a query of pools, already filtered and limited. Newest first. */
export async function poolEntries(tx: Tx, chosen: SQL): Promise<CouponPool[]> {
  const found = await rows<Row>(
    tx,
    sql`
      select p.id, p.name, p.pattern, p.created_at as "createdAt", c.issued, c.free
      from (${chosen}) as p
      cross join lateral (
        select count(key)::int as issued, (count(*) - count(key))::int as free from coupons
        where workspace_id = p.workspace_id and pool_id = p.id) as c
      order by p.created_at desc, p.id desc`,
  );
  return found.map((row) => ({
    ...row,
    free: row.pattern === null ? row.free : null,
    createdAt: row.createdAt.toISOString(),
  }));
}
