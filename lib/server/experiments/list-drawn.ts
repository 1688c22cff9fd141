// Experiments that are drawn in a journey and were never started.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';

export interface Drawn {
  readonly journeyId: Id<'jrn'>;
  readonly journeyName: string;
  readonly nodeId: Id<'nod'>;
  readonly name: string;
}

const MOST = 50;

export function listDrawn({ workspaceId }: Actor): Promise<Drawn[]> {
  return inWorkspace(workspaceId, (tx) =>
    rows<Drawn>(
      tx,
      sql`
        select j.id as "journeyId", j.name as "journeyName", n.node ->> 'id' as "nodeId", coalesce(n.node ->> 'name', '') as name
        from journeys j cross join lateral jsonb_array_elements(j.draft -> 'nodes') as n (node)
        where j.workspace_id = ${workspaceId} and j.state <> 'archived' and n.node ->> 'type' = 'experiment-split'
          and not exists (select from experiments e where e.workspace_id = j.workspace_id and e.journey_id = j.id
            and e.node_id = n.node ->> 'id')
        order by j.updated_at desc, 3 limit ${MOST}`,
    ),
  );
}
