// Lets a segment find out anew who is in it: after it was made, after its condition changed, and after it was archived, when
// that is nobody. The engine does it lane by lane while events flow, and then the same for every segment built on this one.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';

/**
 * To be called in the transaction that wrote the segment's row; once it has committed, the caller wakes the engine. The
 * revision of the rules rises, so that no batch that begins later judges by the old condition.
 */
export async function startFill(tx: Tx, workspaceId: Id<'wsp'>, segmentId: Id<'seg'>): Promise<void> {
  await tx.execute(sql`
    with recursive affected as (
      select id from segments where workspace_id = ${workspaceId} and id = ${segmentId}
      union
      select s.id from affected a join segments s on s.workspace_id = ${workspaceId} and s.archived_at is null
        and jsonb_path_exists(s.condition, '$.**.segmentId ? (@ == $id)', jsonb_build_object('id', a.id))),
    stale as (
      select s.id from segments s where s.workspace_id = ${workspaceId} and s.id in (select id from affected)
      order by s.id for update)
    update segments s set fill_lane = 0 from stale where s.workspace_id = ${workspaceId} and s.id = stale.id`);
  await tx.execute(
    sql`update workspaces set rules_revision = rules_revision + 1 where workspace_id = ${workspaceId}`,
  );
}
