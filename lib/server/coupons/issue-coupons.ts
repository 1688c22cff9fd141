// Gives codes away, each once. The same key always gets the same code, whoever asks and however often: so a repeated
// command cannot cost a second one.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';
import type { CouponRequest } from './coupon-request';
import { findCodes } from './find-codes';
import { makeCodes } from './make-codes';
import { takeCodes } from './take-codes';

export interface IssuedCode {
  readonly key: string;
  /** Null where the pool holds no more, or there is no such pool. */
  readonly code: string | null;
}

/** One answer for each request, in the same order. The number of statements does not grow with the requests. */
export async function issueCoupons(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  requests: readonly CouponRequest[],
): Promise<IssuedCode[]> {
  const wanted = new Map(requests.map((request) => [request.key, request]));
  const codes = await findCodes(tx, workspaceId, [...wanted.keys()]);
  const open = [...wanted.values()].filter(({ key }) => !codes.has(key));
  // In one order for everybody, so that two who take from the same pools wait and do not lock each other out.
  for (const [poolId, pattern] of await findPools(tx, workspaceId, open)) {
    const asked = open.filter((request) => request.poolId === poolId);
    const issue = pattern === null ? takeCodes : makeCodes;
    const issued = await issue(tx, { workspaceId, poolId, pattern: pattern ?? '' }, asked);
    for (const [key, code] of issued) codes.set(key, code);
  }
  return requests.map(({ key }) => ({ key, code: codes.get(key) ?? null }));
}

async function findPools(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  requests: readonly CouponRequest[],
): Promise<Map<Id<'cpl'>, string | null>> {
  const ids = [...new Set(requests.map(({ poolId }) => poolId))];
  if (ids.length === 0) return new Map();
  const found = await rows<{ id: Id<'cpl'>; pattern: string | null }>(
    tx,
    sql`
      select id, pattern from coupon_pools
      where workspace_id = ${workspaceId} and id = any (${sql.param(ids)}::text[]) order by id`,
  );
  return new Map(found.map(({ id, pattern }) => [id, pattern]));
}
