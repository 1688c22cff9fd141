// People per node: who waits there now, and how often it was passed. Small numbers kept by the engine, not a recount.
import { sql } from 'drizzle-orm';
import type { JourneyRef, NodeCounts } from '@/lib/core/api/journey';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';
import { refusal } from '../refusal';

interface Row {
  /** Null in the row that only says that the journey exists. */
  nodeId: string | null;
  waiting: number;
  passed: number;
}

export async function journeyCounts(actor: Actor, input: JourneyRef): Promise<Result<NodeCounts>> {
  const mine = sql`workspace_id = ${actor.workspaceId} and journey_id = ${input.id}`;
  const found = await inWorkspace(actor.workspaceId, (tx) =>
    rows<Row>(
      tx,
      sql`
        select node_id as "nodeId", sum(waiting)::bigint as waiting, sum(passed)::bigint as passed
        from (
          select node_id, count(*) as waiting, 0 as passed from enrollments
          where ${mine} and status = 'waiting' group by node_id
          union all
          select node_id, 0 as waiting, sum(passed) as passed from node_counts where ${mine} group by node_id
          union all
          select null, 0, 0 from journeys where workspace_id = ${actor.workspaceId} and id = ${input.id}
        ) as counted
        group by node_id`,
    ),
  );
  if (found.length === 0) return refusal('not-found');
  const counts: NodeCounts = {};
  for (const { nodeId, waiting, passed } of found) if (nodeId !== null) counts[nodeId] = { waiting, passed };
  return ok(counts);
}
