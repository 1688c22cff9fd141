// Who is in a segment, asked of all customers at once. What comes of it is put aside, because no lane is held meanwhile: it is
// written lane by lane.
import { type SQL, sql } from 'drizzle-orm';
import type { Condition } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';
import { conditionSql } from './condition-sql';
import { dueSql } from './due-sql';

interface Asked {
  readonly workspaceId: Id<'wsp'>;
  readonly id: Id<'seg'>;
  readonly timeZone: string;
  /** Null where nobody is in. */
  readonly condition: Condition | null;
}

export async function askEverybody(tx: Tx, asked: Asked, at: Date): Promise<void> {
  const { workspaceId, id, timeZone, condition } = asked;
  const selection = { workspaceId, timeZone, now: at.getTime() };
  await tx.execute(sql`delete from segment_fills where workspace_id = ${workspaceId} and segment_id = ${id}`);
  const fresh =
    condition === null ? sql`false and c.workspace_id = ${workspaceId}` : conditionSql(condition, selection);
  const dues = condition === null ? null : dueSql(condition, selection);
  const found = (await isEmpty(tx, asked)) && dues === null ? entering(fresh) : changes(asked, fresh, dues);
  const dueAts = dues === null ? sql`null::timestamptz[]` : sql`array_agg(x.due_at)`;
  // In the order of lanes, so that one lane at a time is gathered in memory.
  await tx.execute(sql`
    insert into segment_fills (workspace_id, segment_id, lane, change, customer_ids, due_ats)
    select ${workspaceId}, ${id}, x.lane, x.change, array_agg(x.id), ${dueAts}
    from (select * from (${found}) as y order by lane, change) as x
    group by x.lane, x.change`);
}

async function isEmpty(tx: Tx, { workspaceId, id }: Asked): Promise<boolean> {
  const [some] = await rows(
    tx,
    sql`select from segment_members where workspace_id = ${workspaceId} and segment_id = ${id} limit 1`,
  );
  return some === undefined;
}

const entering = (fresh: SQL) =>
  sql`select c.lane, c.id, 1 as change, null::timestamptz as due_at from customers c where ${fresh}`;

function changes({ workspaceId, id }: Asked, fresh: SQL, dues: SQL | null): SQL {
  return sql`
    with fresh as (select c.id from customers c where ${fresh}),
    member as (
      select customer_id as id from segment_members where workspace_id = ${workspaceId} and segment_id = ${id}),
    due as (${dues ?? sql`select null::text as customer_id, null::timestamptz as due_at where false`}),
    told as (
      select coalesce(f.id, m.id) as id, (f.id is not null)::int - (m.id is not null)::int as change
      from fresh f full join member m on m.id = f.id),
    whole as (
      select coalesce(t.id, d.customer_id) as id, coalesce(t.change, 0) as change, d.due_at
      from told t full join due d on d.customer_id = t.id)
    select c.lane, c.id, w.change, w.due_at
    from whole w join customers c on c.workspace_id = ${workspaceId} and c.id = w.id
    where w.change <> 0 or w.due_at is not null`;
}
