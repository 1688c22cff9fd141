// New codes by a pattern. Two that fall on the same code, or two who ask under the same key, are told apart by the table.
import { randomInt } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { codeFrom } from '@/lib/core/coupons/coupon-pattern';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';
import type { CouponRequest } from './coupon-request';
import { findCodes } from './find-codes';

export interface Pool {
  readonly workspaceId: Id<'wsp'>;
  readonly poolId: Id<'cpl'>;
  readonly pattern: string;
}

/** So often a pattern is asked for codes that are not taken, before it counts as used up. */
const ATTEMPTS = 40;

/** @returns key -> code for those who got one */
export async function makeCodes(
  tx: Tx,
  pool: Pool,
  requests: readonly CouponRequest[],
): Promise<Map<string, string>> {
  const issued = new Map<string, string>();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const open = requests.filter(({ key }) => !issued.has(key));
    if (open.length === 0) break;
    for (const [key, code] of await insert(tx, pool, open)) issued.set(key, code);
    const missing = open.filter(({ key }) => !issued.has(key));
    // Somebody else may have asked under the same key in the meantime, and committed first.
    const keys = missing.map(({ key }) => key);
    for (const [key, code] of await findCodes(tx, pool.workspaceId, keys)) issued.set(key, code);
  }
  return issued;
}

async function insert(
  tx: Tx,
  { workspaceId, poolId, pattern }: Pool,
  requests: readonly CouponRequest[],
): Promise<Map<string, string>> {
  const given = requests.map(({ key, customerId, at }) => ({
    ...{ key, customerId, at: at.toISOString(), code: codeFrom(pattern, (signs) => randomInt(signs)) },
  }));
  const inserted = await rows<{ key: string; code: string }>(
    tx,
    sql`
      insert into coupons (workspace_id, pool_id, code, key, customer_id, issued_at, created_at)
      select ${workspaceId}, ${poolId}, g.code, g.key, g."customerId", g.at, g.at
      from json_to_recordset(${JSON.stringify(given)}::json) as g (
        key text, code text, "customerId" text, at timestamptz)
      order by g.key
      on conflict do nothing
      returning key, code`,
  );
  return new Map(inserted.map(({ key, code }) => [key, code]));
}
