// Counts some people of a kept report anew, from their events: what they added before is taken off, what they add now is put
// on. Doing it twice changes nothing, so it is never wrong to do it again.
import { type SQL, sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../../db/transaction';
import { returnsSql } from '../returns-sql';
import { type Rollup, rollupQuestion } from './rollup';

interface Recount {
  readonly workspaceId: Id<'wsp'>;
  readonly rollup: Rollup;
  readonly asOf: Date;
  /** Who, as a test of a column with their id. */
  readonly whom: (customerId: SQL) => SQL;
}

/** Rows to remove are found by where they lie: joined to, the planner would look through all of them for each. */
export async function recountPeople(tx: Tx, recount: Recount): Promise<void> {
  const { workspaceId, rollup, asOf, whom } = recount;
  const ofRollup = sql`m.workspace_id = ${workspaceId} and m.slot = ${rollup.slot}::smallint`;
  const question = rollupQuestion(workspaceId, rollup, asOf, whom(sql`e.customer_id`));
  await tx.execute(sql`
    with told as materialized (
      select customer_id, cohort, coalesce(array_agg(k order by k) filter (where returned), '{}') as returned
      from (${returnsSql(question)}) r group by customer_id, cohort),
    kept as materialized (
      select m.ctid as row, customer_id, cohort, returned from retention_members m
      where ${ofRollup} and ${whom(sql`m.customer_id`)}),
    changed as materialized (
      select coalesce(t.customer_id, k.customer_id) as customer_id, coalesce(t.cohort, k.cohort) as cohort,
        t.returned as told, k.returned as kept, k.row
      from told t full join kept k on k.customer_id = t.customer_id and k.cohort = t.cohort
      where t.returned is distinct from k.returned),
    written as (
      insert into retention_members (workspace_id, slot, customer_id, cohort, returned)
      select ${workspaceId}, ${rollup.slot}::smallint, customer_id, cohort, told from changed where told is not null
      on conflict (workspace_id, slot, customer_id, cohort) do update set returned = excluded.returned),
    removed as (
      delete from retention_members m
      where m.ctid = any (array(select row from changed where told is null)) and ${ofRollup}),
    signed as (
      select cohort, told as returned, 1 as sign from changed where told is not null
      union all
      select cohort, kept, -1 from changed where kept is not null),
    added as (
      select cohort, 'size' as kind, 0 as period, sign from signed
      union all
      select cohort, 'on', unnest(returned), sign from signed
      union all
      select cohort, 'last', returned[cardinality(returned)], sign from signed where cardinality(returned) > 0)
    insert into retention_counts (workspace_id, slot, cohort, kind, period, people)
    select ${workspaceId}, ${rollup.slot}::smallint, cohort, kind, period, sum(sign)::int
    from added group by cohort, kind, period having sum(sign) <> 0
    on conflict (workspace_id, slot, cohort, kind, period) do update set
      people = retention_counts.people + excluded.people`);
  await awaitTheirFuture(tx, recount);
}

/** Clocks of clients run fast: who has done something that is still to come is counted again when it has come. */
async function awaitTheirFuture(tx: Tx, { workspaceId, rollup, asOf, whom }: Recount): Promise<void> {
  await tx.execute(sql`
    insert into retention_stale (workspace_id, customer_id, due_at)
    select ${workspaceId}, e.customer_id, min(e.occurred_at) from events e
    where e.workspace_id = ${workspaceId} and e.type <> 'signal' and e.occurred_at > ${asOf}
      and e.name in (${rollup.startEvent}, ${rollup.returnEvent}) and ${whom(sql`e.customer_id`)}
    group by e.customer_id`);
}
