// Lets a segment find out anew who is in it: after it was made, after its condition changed, and after it was archived, when
// that is nobody. It is done in the background while events flow, and then for every segment built on this one.
import { sql } from 'drizzle-orm';
import { Condition, leavesOf } from '@/lib/core/condition/condition';
import { evaluate } from '@/lib/core/condition/evaluate';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';
import { lockWorkspace } from '../ingest/lock-workspace';

/**
 * To be called in the transaction that wrote the segment's row; once it has committed, the caller wakes the engine. The
 * revision of the rules rises, so that no batch that begins later judges by the old condition. The workspace's lock keeps
 * away customers who come into being meanwhile without having heard of the segment.
 */
export async function startFill(tx: Tx, workspaceId: Id<'wsp'>, segmentId: Id<'seg'>): Promise<void> {
  await lockWorkspace(tx, workspaceId);
  const includesNew = await isAnybodyIn(tx, workspaceId, segmentId);
  await tx.execute(sql`
    with recursive affected as (
      select id from segments where workspace_id = ${workspaceId} and id = ${segmentId}
      union
      select s.id from affected a join segments s on s.workspace_id = ${workspaceId} and s.archived_at is null
        and jsonb_path_exists(s.condition, '$.**.segmentId ? (@ == $id)', jsonb_build_object('id', a.id))),
    stale as (
      select s.id from segments s where s.workspace_id = ${workspaceId} and s.id in (select id from affected)
      order by s.id for update)
    update segments s
    set fill_lane = 0, fill_step = 0, fill_round = fill_round + 1,
      includes_new = case when s.id = ${segmentId} then ${includesNew} else s.includes_new end
    from stale where s.workspace_id = ${workspaceId} and s.id = stale.id`);
  await tx.execute(
    sql`update workspaces set rules_revision = rules_revision + 1 where workspace_id = ${workspaceId}`,
  );
}

/** Whether somebody may be in of whom nothing is known yet, so that everybody new has to be asked about. */
async function isAnybodyIn(tx: Tx, workspaceId: Id<'wsp'>, segmentId: Id<'seg'>): Promise<boolean> {
  const [found] = await rows<{ condition: unknown }>(
    tx,
    sql`
      select condition from segments
      where workspace_id = ${workspaceId} and id = ${segmentId} and archived_at is null`,
  );
  const parsed = Condition.safeParse(found?.condition);
  if (!parsed.success) return false;
  // Whether there is a product is not asked here: it may be another answer tomorrow.
  const isOpen = leavesOf(parsed.data).some(({ type }) => type === 'sample' || type === 'product');
  return isOpen || evaluate(parsed.data, { attributes: {}, properties: {} });
}
