// Who is in a segment, asked of all customers at once. What comes of it is put aside, because no lane is held meanwhile: it is
// written lane by lane.
import { type SQL, sql } from 'drizzle-orm';
import type { Condition } from '@/lib/core/condition/condition';
import { isFading } from '@/lib/core/engine/is-fading';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';
import { conditionSql } from './condition-sql';
import { doersWithDueSql, dueSql } from './due-sql';
import type { Selection } from './selection';

interface Asked {
  readonly workspaceId: Id<'wsp'>;
  readonly id: Id<'seg'>;
  readonly timeZone: string;
  /** Null where nobody is in. */
  readonly condition: Condition | null;
}

/** More than a small statement gets: all customers go through it, and it runs alone. */
const MEMORY = '64MB';

export async function askEverybody(tx: Tx, asked: Asked, at: Date): Promise<void> {
  const { workspaceId, id, timeZone, condition } = asked;
  await tx.execute(sql`select set_config('work_mem', ${MEMORY}, true)`);
  await tx.execute(sql`delete from segment_fills where workspace_id = ${workspaceId} and segment_id = ${id}`);
  const answer = answerOf(workspaceId, condition, { workspaceId, timeZone, now: at.getTime() });
  const isPlain = answer.others === null && (await isEmpty(tx, asked));
  const found = isPlain ? answer.fresh : changes(asked, answer);
  const dueAts = answer.isTimed ? sql`array_agg(x.due_at)` : sql`null::timestamptz[]`;
  // In the order of lanes, so that one lane at a time is gathered in memory.
  await tx.execute(sql`
    insert into segment_fills (workspace_id, segment_id, lane, change, customer_ids, due_ats)
    select ${workspaceId}, ${id}, x.lane, x.change, array_agg(x.id), ${dueAts}
    from (select * from (${found}) as y order by lane, change) as x
    group by x.lane, x.change`);
}

interface Answer {
  /** A query of `lane`, `id`, `change` (1) and `due_at`: who is in, and when that may be over. */
  readonly fresh: SQL;
  /** A query of `customer_id` and `due_at`: when time alone may bring anybody in, or out; null where it does not. */
  readonly others: SQL | null;
  readonly isTimed: boolean;
}

const NOBODY = sql`select 0::smallint as lane, null::text as id, 1 as change, null::timestamptz as due_at where false`;

function answerOf(workspaceId: Id<'wsp'>, condition: Condition | null, selection: Selection): Answer {
  if (condition === null) return { fresh: NOBODY, others: null, isTimed: false };
  const doers = doersWithDueSql(condition, selection);
  if (doers !== null) {
    const fresh = sql`
      select c.lane, c.id, 1 as change, d.due_at from (${doers}) d
      join customers c on c.workspace_id = ${workspaceId} and c.id = d.customer_id`;
    return { fresh, others: null, isTimed: true };
  }
  const who = conditionSql(condition, selection);
  const dues = dueSql(condition, selection);
  if (dues === null || !isFading(condition)) {
    const fresh = sql`
      select c.lane, c.id, 1 as change, null::timestamptz as due_at from customers c where ${who}`;
    return { fresh, others: dues, isTimed: dues !== null };
  }
  const fresh = sql`
    select c.lane, c.id, 1 as change, d.due_at
    from customers c left join (${dues}) d on d.customer_id = c.id where ${who}`;
  return { fresh, others: null, isTimed: true };
}

async function isEmpty(tx: Tx, { workspaceId, id }: Asked): Promise<boolean> {
  const [some] = await rows(
    tx,
    sql`select from segment_members where workspace_id = ${workspaceId} and segment_id = ${id} limit 1`,
  );
  return some === undefined;
}

function changes({ workspaceId, id }: Asked, { fresh, others }: Answer): SQL {
  return sql`
    with fresh as (${fresh}),
    member as (
      select customer_id as id from segment_members where workspace_id = ${workspaceId} and segment_id = ${id}),
    due as (${others ?? sql`select null::text as customer_id, null::timestamptz as due_at where false`}),
    told as (
      select coalesce(f.id, m.id) as id, (f.id is not null)::int - (m.id is not null)::int as change, f.due_at
      from fresh f full join member m on m.id = f.id),
    whole as (
      select coalesce(t.id, d.customer_id) as id, coalesce(t.change, 0) as change, coalesce(t.due_at, d.due_at) as due_at
      from told t full join due d on d.customer_id = t.id)
    select c.lane, c.id, w.change, w.due_at
    from whole w join customers c on c.workspace_id = ${workspaceId} and c.id = w.id
    where w.change <> 0 or w.due_at is not null`;
}
