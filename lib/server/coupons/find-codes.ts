// Which keys have their code already.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';

/** The codes these keys have got already. */
export async function findCodes(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const found = await rows<{ key: string; code: string }>(
    tx,
    sql`
      select c.key, c.code from unnest(${sql.param([...keys])}::text[]) as k (key)
      join coupons c on c.workspace_id = ${workspaceId} and c.key = k.key`,
  );
  return new Map(found.map(({ key, code }) => [key, code]));
}
