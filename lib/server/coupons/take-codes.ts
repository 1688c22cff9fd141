// Codes that were imported, taken from those that are free. Takers pass each other by: a code somebody is taking right now
// is skipped. Only who finds too few that way waits for the others, because one of them may give its codes back.
import { sql } from 'drizzle-orm';
import { rows, type Tx } from '../db/transaction';
import { failureCode } from '../ingest/database-failure';
import type { CouponRequest } from './coupon-request';
import { findCodes } from './find-codes';
import type { Pool } from './make-codes';

const UNIQUE_VIOLATION = '23505';

type Codes = Map<string, string>;

/** Undoes what was locked when it was too little. */
class TooFew extends Error {}

/** @returns key -> code for those who got one */
export async function takeCodes(tx: Tx, pool: Pool, requests: readonly CouponRequest[]): Promise<Codes> {
  const issued: Codes = new Map();
  let open = requests;
  let taken: Codes | 'key-taken' = 'key-taken';
  // Every round finds at least one key that somebody else has committed, so the rounds come to an end.
  while (taken === 'key-taken' && open.length > 0) {
    taken = await takeOnce(tx, pool, open);
    const keys = open.map(({ key }) => key);
    const got = taken === 'key-taken' ? await findCodes(tx, pool.workspaceId, keys) : taken;
    for (const [key, code] of got) issued.set(key, code);
    open = open.filter(({ key }) => !issued.has(key));
  }
  return issued;
}

async function takeOnce(
  tx: Tx,
  pool: Pool,
  requests: readonly CouponRequest[],
): Promise<Codes | 'key-taken'> {
  const asked = { tx, pool, requests };
  try {
    return (await take(asked, 'passing')) ?? (await take(asked, 'waiting')) ?? new Map();
  } catch (error) {
    if (failureCode(error) === UNIQUE_VIOLATION) return 'key-taken';
    throw error;
  }
}

interface Asked {
  readonly tx: Tx;
  readonly pool: Pool;
  readonly requests: readonly CouponRequest[];
}

/** Null where passing the others by left too few. A savepoint: what it had locked is free again when it is rolled back. */
async function take({ tx, pool, requests }: Asked, how: 'passing' | 'waiting'): Promise<Codes | null> {
  try {
    return await tx.transaction(async (inner) => {
      const free = await lockFree(inner, pool, requests.length, how);
      if (how === 'passing' && free.length < requests.length) throw new TooFew();
      return assign(inner, pool, requests, free);
    });
  } catch (error) {
    if (error instanceof TooFew) return null;
    throw error;
  }
}

async function lockFree(
  tx: Tx,
  { workspaceId, poolId }: Pool,
  count: number,
  how: 'passing' | 'waiting',
): Promise<readonly string[]> {
  // Those who wait do so in one order and hold no other code: they form a queue, and no circle.
  const [order, lock] =
    how === 'passing' ? [sql``, sql`for update skip locked`] : [sql`order by code`, sql`for update`];
  const free = await rows<{ code: string }>(
    tx,
    sql`
      select code from coupons
      where workspace_id = ${workspaceId} and pool_id = ${poolId} and key is null
      ${order} limit ${count} ${lock}`,
  );
  return free.map(({ code }) => code);
}

/** Who asked first gets first, where there are too few. */
async function assign(
  tx: Tx,
  { workspaceId, poolId }: Pool,
  requests: readonly CouponRequest[],
  free: readonly string[],
): Promise<Codes> {
  const given = requests.slice(0, free.length).map(({ key, customerId, at }, index) => ({
    ...{ key, customerId, at: at.toISOString(), code: free[index] },
  }));
  if (given.length === 0) return new Map();
  const taken = await rows<{ key: string; code: string }>(
    tx,
    sql`
      update coupons c set key = g.key, customer_id = g."customerId", issued_at = g.at
      from json_to_recordset(${JSON.stringify(given)}::json) as g (
        key text, code text, "customerId" text, at timestamptz)
      where c.workspace_id = ${workspaceId} and c.pool_id = ${poolId} and c.code = g.code
      returning c.key, c.code`,
  );
  return new Map(taken.map(({ key, code }) => [key, code]));
}
