// Steps that name something else of the workspace, a journey to start, a coupon pool: whether it is there.
import { sql } from 'drizzle-orm';
import type { JourneyDocument } from '@/lib/core/journey/document';
import type { Problem } from '@/lib/core/journey/problem';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';

/** One statement, and none where nothing is named. */
export async function referenceProblems(
  { workspaceId }: Actor,
  { nodes }: JourneyDocument,
): Promise<Problem[]> {
  const journeyIds = nodes.flatMap(({ type, data }) =>
    type === 'start-journey' ? (data.journeyId ?? []) : [],
  );
  const poolIds = nodes.flatMap(({ type, data }) => (type === 'issue-coupon' ? (data.poolId ?? []) : []));
  if (journeyIds.length + poolIds.length === 0) return [];
  const found = await inWorkspace(workspaceId, (tx) =>
    rows<{ id: string }>(
      tx,
      sql`
        select j.id from journeys j
        where j.workspace_id = ${workspaceId} and j.id = any (${sql.param(journeyIds)}::text[])
          and j.state <> 'archived' and j.draft @? '$.nodes[*] ? (@.type == "api-trigger")'
        union all
        select p.id from coupon_pools p
        where p.workspace_id = ${workspaceId} and p.id = any (${sql.param(poolIds)}::text[])`,
    ),
  );
  const known = new Set(found.map(({ id }) => id));
  return nodes.flatMap((node): Problem[] => {
    const about = { grade: 'error', nodeId: node.id } as const;
    if (node.type === 'start-journey' && node.data.journeyId !== null && !known.has(node.data.journeyId)) {
      return [{ ...about, code: 'journey-not-startable', field: 'journeyId' }];
    }
    if (node.type === 'issue-coupon' && node.data.poolId !== null && !known.has(node.data.poolId)) {
      return [{ ...about, code: 'pool-missing', field: 'poolId' }];
    }
    return [];
  });
}
