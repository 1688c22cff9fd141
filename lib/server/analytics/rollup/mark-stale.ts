// Tells kept retention reports that a customer's history changed otherwise than by an event behind their cursor: a merge, or an
// event that a journey wrote. In the transaction that changes it, so that none is ever forgotten.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { now } from '../../clock';
import type { Tx } from '../../db/transaction';

/** Where no report is kept nothing is written: a report that is asked for later first awaits those who write meanwhile. */
export async function markStale(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  customerIds: readonly Id<'cus'>[],
): Promise<void> {
  if (customerIds.length === 0) return;
  await tx.execute(sql`
    insert into retention_stale (workspace_id, customer_id, due_at)
    select ${workspaceId}, id, ${now()} from unnest(${sql.param([...new Set(customerIds)])}::text[]) id
    where exists (select from retention_rollups where workspace_id = ${workspaceId})`);
}
