// Journeys with their numbers: one statement for any number of them.
import { type SQL, sql } from 'drizzle-orm';
import type { JourneySummary } from '@/lib/core/api/journey';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';

type Row = Omit<JourneySummary, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

/** @param chosen a query of journeys, already filtered, ordered and limited. */
export async function journeySummaries(tx: Tx, actor: Actor, chosen: SQL): Promise<JourneySummary[]> {
  const found = await rows<Row>(
    tx,
    sql`
      with chosen as (${chosen}), counted as (
        select journey_id, count(*) as entered, count(*) filter (where status = 'waiting') as waiting
        from enrollments
        where workspace_id = ${actor.workspaceId} and journey_id in (select id from chosen)
        group by journey_id
      )
      select j.id, j.name, j.state, j.live_version as "liveVersion", j.draft_revision as "draftRevision",
        v.document is distinct from j.draft as "hasUnpublishedChanges", j.priority,
        coalesce(counted.entered, 0) as entered, coalesce(counted.waiting, 0) as waiting,
        j.created_at as "createdAt", j.updated_at as "updatedAt"
      from chosen j
      left join counted on counted.journey_id = j.id
      left join journey_versions v
        on v.workspace_id = j.workspace_id and v.journey_id = j.id and v.version = j.live_version
      order by j.updated_at desc, j.id desc`,
  );
  return found.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }));
}
