// Before a retention report is first counted, those who are writing now come to their end: whoever merges customers or writes
// events of journeys may have begun before the report was asked for, and marks nobody; whoever takes events in may write them
// before the place where the cursor begins. The two locks are never held together, so nobody waits in a ring.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../../db/transaction';
import { lockWorkspace } from '../../ingest/lock-workspace';

/** @param step 0: for the lanes; 1: for ingestion */
export async function awaitWriters(tx: Tx, workspaceId: Id<'wsp'>, step: number): Promise<void> {
  if (step === 0) {
    await tx.execute(
      sql`select lane from lanes where workspace_id = ${workspaceId} order by lane for update`,
    );
  } else {
    await lockWorkspace(tx, workspaceId);
    await tx.execute(sql`
      update retention_progress set cursor = coalesce(cursor, (
        select coalesce(max(seq), 0) from events where workspace_id = ${workspaceId} and lane >= 0))
      where workspace_id = ${workspaceId}`);
  }
  await tx.execute(sql`
    update retention_rollups set fill_step = ${step + 1}::smallint
    where workspace_id = ${workspaceId} and fill_step = ${step}::smallint`);
}
