// Steps that name something else of the workspace, a journey to start, a coupon pool: whether it is there.
import { sql } from 'drizzle-orm';
import type { JourneyDocument } from '@/lib/core/journey/document';
import type { Problem } from '@/lib/core/journey/problem';
import { referencesIn } from '@/lib/core/journey/references';
import type { Actor } from '../actor';
import { inWorkspace, rows, type Tx } from '../db/transaction';

/** One statement, and none where nothing is named. A journey to be started must also let in whom another one sends. */
export async function referenceProblems(
  { workspaceId }: Actor,
  { nodes }: JourneyDocument,
): Promise<Problem[]> {
  const named = nodes.flatMap((node) => referencesIn(node).map((reference) => ({ node, ...reference })));
  if (named.length === 0) return [];
  const ids = [...new Set(named.map(({ id }) => id))];
  const found = await inWorkspace(workspaceId, (tx) => foundAmong(tx, workspaceId, ids));
  const known = new Map(found.map(({ id, starts }) => [id, starts]));
  return named.flatMap(({ node, kind, id, field }): Problem[] => {
    const starts = known.get(id);
    const mustStart = node.type === 'start-journey';
    if (starts !== undefined && (starts || !mustStart)) return [];
    const code = mustStart ? 'journey-not-startable' : (`${kind}-missing` as const);
    // Who asks after a segment or a journey that is gone is answered: nobody is in it. The others cannot be done at all.
    const grade = mustStart || kind === 'pool' ? 'error' : 'warning';
    return [{ code, grade, nodeId: node.id, field }];
  });
}

function foundAmong(tx: Tx, workspaceId: string, ids: readonly string[]) {
  const wanted = sql`any (${sql.param([...ids])}::text[])`;
  return rows<{ id: string; starts: boolean }>(
    tx,
    sql`
      select j.id, j.state <> 'archived' and j.draft @? '$.nodes[*] ? (@.type == "api-trigger")' as starts
        from journeys j where j.workspace_id = ${workspaceId} and j.id = ${wanted}
      union all
      select p.id, false from coupon_pools p where p.workspace_id = ${workspaceId} and p.id = ${wanted}
      union all
      select s.id, false from segments s where s.workspace_id = ${workspaceId} and s.id = ${wanted}`,
  );
}
