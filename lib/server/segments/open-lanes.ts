// Writes, in some lanes, what asking everybody has found out about a segment. From here on the engine keeps who is in.
import { type SQL, sql } from 'drizzle-orm';
import { MARKED_AT } from '@/lib/core/engine/membership';
import { SEGMENT_SIGNALS } from '@/lib/core/engine/rule-index';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';
import { BECAME_ANOTHER, TOOK_ANOTHER_IN } from './fill-change';

/** A constant, so that the index by time leads straight to those who are marked. */
const MARK = sql`to_timestamp(${MARKED_AT}::float8 / 1000)`;

/** Due times in one list: so many are unpacked together. */
const LISTED = 1_000;

interface Place {
  readonly workspaceId: Id<'wsp'>;
  readonly id: Id<'seg'>;
  readonly lanes: readonly number[];
  /** Nobody is in, and no journey is told. */
  readonly isArchived: boolean;
  /** It never knew who is in before, so nothing of an old condition is left. */
  readonly isFirst: boolean;
}

/** The lanes that are held, with how far they have been worked. */
interface Held {
  readonly lanes: SQL;
  readonly cursors: SQL;
}

/**
 * Whom something happened to while everybody was asked has a mark, and is judged now. Where a journey listens, so is
 * whoever comes or leaves: the engine tells it. Who became part of another customer meanwhile is in nothing any more.
 */
export async function openLanes(tx: Tx, place: Place, at: Date): Promise<void> {
  const { workspaceId, id } = place;
  const held = await lockLanes(tx, place);
  const isHere = sql`workspace_id = ${workspaceId} and segment_id = ${id} and lane = any (${held.lanes})`;
  if (!place.isFirst) await forgetDues(tx, isHere, place.isArchived, at);
  await tx.execute(sql`update segment_dues set due_at = ${at} where ${isHere} and due_at >= ${MARK}`);
  const isTold = !place.isArchived && (await isHeard(tx, place));
  const found = sql`
    found as (
      delete from segment_fills where ${isHere} returning lane, change, customer_ids, due_ats),
    part as materialized (
      select f.lane, x.customer_id, f.change, x.due_at
      from found f cross join unnest(f.customer_ids, f.due_ats) as x (customer_id, due_at)
      where f.change in (-1, 0, 1) and not x.customer_id = any (${noted(BECAME_ANOTHER)}))`;
  await tx.execute(sql`
    with ${found}${isTold ? judged(place, at) : written(place, held, at)}
    insert into segment_due_lists (workspace_id, segment_id, lane, due_at, customer_ids, due_ats)
    select ${workspaceId}, ${id}, lane, min(due_at), array_agg(customer_id), array_agg(due_at)
    from (
      select *, (row_number() over (partition by lane order by due_at) - 1) / ${LISTED} as list from part
      where due_at is not null ${isTold ? sql`and change = 0` : sql``}) x
    group by lane, list`);
}

/** By the engine, at once. */
function judged({ workspaceId, id }: Place, at: Date): SQL {
  return sql`,
    judged as (
      insert into segment_dues (workspace_id, customer_id, segment_id, lane, due_at)
      select ${workspaceId}, customer_id, ${id}, lane, ${at}::timestamptz from part where change <> 0
      on conflict (workspace_id, customer_id, segment_id) do nothing)`;
}

/** A list, as a rule empty, of those of whom ingestion has noted this since. */
function noted(change: number): SQL {
  return sql`array(select unnest(customer_ids) from found where change = ${change}::smallint)`;
}

/** In the order in which everybody takes them. */
async function lockLanes(tx: Tx, { workspaceId, lanes }: Place): Promise<Held> {
  const found = await rows<{ lane: number; cursor: number }>(
    tx,
    sql`
      select lane, cursor from lanes
      where workspace_id = ${workspaceId} and lane = any (${sql.param([...lanes])}::smallint[]) order by lane for update`,
  );
  return {
    lanes: sql`${sql.param(found.map(({ lane }) => lane))}::smallint[]`,
    cursors: sql`${sql.param(found.map(({ cursor }) => cursor))}::bigint[]`,
  };
}

/** Of the old condition. Marks stay, and whoever is to be judged already: they tell what has happened since. */
async function forgetDues(tx: Tx, isHere: SQL, isArchived: boolean, at: Date): Promise<void> {
  const which = isArchived ? sql`true` : sql`due_at > ${at} and due_at < ${MARK}`;
  await tx.execute(sql`delete from segment_dues where ${isHere} and ${which}`);
  await tx.execute(sql`delete from segment_due_lists where ${isHere}`);
}

/** Whether the program of a journey that runs asks for this segment, or is told of it. */
async function isHeard(tx: Tx, { workspaceId, id }: Place): Promise<boolean> {
  const [found] = await rows<{ isHeard: boolean }>(
    tx,
    sql`
      select exists (
        select from trigger_rules r
        where r.workspace_id = ${workspaceId}
          and (r.event = any (${sql.param([...SEGMENT_SIGNALS])}::text[]) or r."on" = 'change')
          and strpos(r.filter::text, ${id}) > 0) as "isHeard"`,
  );
  return found?.isHeard ?? false;
}

/**
 * Behind what has been worked in their lane by now. Who leaves is named in a list, because a join of two sets whose sizes
 * nobody has counted yet is one of each with each. Nobody else brings anybody in where the lane is not open, but for
 * merges, which have noted whom: so whoever comes was not in. They come in the order of the index, which finds each its
 * place beside the last one.
 */
function written({ workspaceId, id }: Place, { lanes, cursors }: Held, at: Date): SQL {
  return sql`,
    held as (select * from unnest(${lanes}, ${cursors}) as l (lane, cursor)),
    gone as (
      delete from segment_members
      where workspace_id = ${workspaceId} and segment_id = ${id} and exists (select from part where change < 0)
        and customer_id = any (array(select customer_id from part where change < 0))
      returning *),
    over as (
      insert into segment_stays (workspace_id, segment_id, customer_id, entered_at, entered_seq, entered_turn, left_at,
        left_seq, left_turn)
      select ${workspaceId}, ${id}, gone.customer_id, entered_at, entered_seq, entered_turn,
        greatest(entered_at, ${at}::timestamptz), held.cursor, 1
      from gone join customers c on c.workspace_id = ${workspaceId} and c.id = gone.customer_id join held using (lane)),
    come as (
      insert into segment_members (workspace_id, segment_id, customer_id, entered_at, entered_seq, entered_turn)
      select ${workspaceId}, ${id}, customer_id, ${at}::timestamptz, held.cursor, 1 from part join held using (lane)
      where change > 0 and not customer_id = any (${noted(TOOK_ANOTHER_IN)})
      order by customer_id)`;
}
