// Puts codes that were made elsewhere into a pool, portion by portion while the file arrives.
import { sql } from 'drizzle-orm';
import { CouponCode, type CouponPoolRef, type ImportedCoupons } from '@/lib/core/api/coupon';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import { withHeader } from '../import/bare-list';
import { filePortions, Report, RowError } from '../import/file-rows';
import { readHeader } from '../import/header';
import { refusal } from '../refusal';
import { findCouponPool } from './find-coupon-pool';

const PORTION = 2_000;
const aliases = { code: ['coupon', 'coupon_code', 'discount_code', 'voucher', 'voucher_code'] } as const;

export async function importCoupons(
  actor: Actor,
  { id }: CouponPoolRef,
  bytes: AsyncIterable<Buffer>,
): Promise<Result<ImportedCoupons>> {
  const pool = await findCouponPool(actor, { id });
  if (!pool.ok) return pool;
  if (pool.value.pattern !== null) return refusal('pool-has-pattern');
  const report = new Report();
  let [added, known] = [0, 0];
  for await (const portion of filePortions(withHeader(bytes, 'code', aliases), codeReader, report, PORTION)) {
    const codes = portion.map(({ item }) => item);
    const count = await inWorkspace(actor.workspaceId, async (tx) => {
      const inserted = await insertCodes(tx, actor.workspaceId, id, codes);
      await audit(tx, actor, 'coupons.imported', id, { added: inserted });
      return inserted;
    });
    added += count;
    known += codes.length - count;
  }
  return ok({ added, known, ...report.finish() });
}

function codeReader(header: readonly string[]): (values: readonly string[]) => string {
  const { place, names } = readHeader(header, aliases);
  const at = place.code ?? 0;
  return (values) => {
    const parsed = CouponCode.safeParse(values[at]);
    if (parsed.success) return parsed.data;
    throw new RowError(names[at] ?? 'code', parsed.error.issues[0]?.message ?? 'is not valid');
  };
}

/** How many were new. */
async function insertCodes(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  poolId: Id<'cpl'>,
  codes: readonly string[],
): Promise<number> {
  const inserted = await rows(
    tx,
    sql`
      insert into coupons (workspace_id, pool_id, code, created_at)
      select ${workspaceId}, ${poolId}, code, ${now()} from unnest(${sql.param([...codes])}::text[]) as c (code)
      order by code
      on conflict do nothing
      returning 1`,
  );
  return inserted.length;
}
