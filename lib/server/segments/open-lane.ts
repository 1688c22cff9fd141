// Writes, in one lane, what asking everybody has found out about a segment. From here on the engine keeps who is in.
import { type SQL, sql } from 'drizzle-orm';
import { MARKED_AT } from '@/lib/core/engine/membership';
import { SEGMENT_SIGNALS } from '@/lib/core/engine/rule-index';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';
import { BECAME_ANOTHER, TOOK_ANOTHER_IN } from './fill-change';

/** A constant, so that the index by time leads straight to those who are marked. */
const MARK = sql`to_timestamp(${MARKED_AT}::float8 / 1000)`;

interface Place {
  readonly workspaceId: Id<'wsp'>;
  readonly id: Id<'seg'>;
  readonly lane: number;
  /** Nobody is in, and no journey is told. */
  readonly isArchived: boolean;
  /** It never knew who is in before, so nothing of an old condition is left. */
  readonly isFirst: boolean;
}

/**
 * Whom something happened to while everybody was asked has a mark, and is judged now. Where a journey listens, so is
 * whoever comes or leaves: the engine tells it. Who became part of another customer meanwhile is in nothing any more.
 */
export async function openLane(tx: Tx, place: Place, at: Date): Promise<void> {
  const { workspaceId, id, lane } = place;
  const cursor = await lockLane(tx, place);
  if (!place.isFirst) await forgetDues(tx, place, at);
  await tx.execute(sql`
    update segment_dues set due_at = ${at}
    where workspace_id = ${workspaceId} and lane = ${lane} and segment_id = ${id} and due_at >= ${MARK}`);
  const isTold = !place.isArchived && (await isHeard(tx, place));
  const found = sql`
    found as (
      delete from segment_fills where workspace_id = ${workspaceId} and segment_id = ${id} and lane = ${lane}
      returning change, customer_ids, due_ats),
    part as materialized (
      select x.customer_id, f.change, x.due_at
      from found f cross join unnest(f.customer_ids, f.due_ats) as x (customer_id, due_at)
      where f.change in (-1, 0, 1) and not x.customer_id = any (${noted(BECAME_ANOTHER)}))`;
  const dueAt = isTold ? sql`case when change <> 0 then ${at}::timestamptz else due_at end` : sql`due_at`;
  await tx.execute(sql`
    with ${found}${isTold ? sql`` : written(place, cursor, at)}
    insert into segment_dues (workspace_id, customer_id, segment_id, lane, due_at)
    select ${workspaceId}, customer_id, ${id}, ${lane}::smallint, ${dueAt} from part where ${dueAt} is not null
    on conflict (workspace_id, customer_id, segment_id) do nothing`);
}

/** A list, as a rule empty, of those of whom ingestion has noted this since. */
function noted(change: number): SQL {
  return sql`array(select unnest(customer_ids) from found where change = ${change}::smallint)`;
}

async function lockLane(tx: Tx, { workspaceId, lane }: Place): Promise<number> {
  const [found] = await rows<{ cursor: number }>(
    tx,
    sql`select cursor from lanes where workspace_id = ${workspaceId} and lane = ${lane} for update`,
  );
  return found?.cursor ?? 0;
}

/** Of the old condition. Marks stay, and whoever is to be judged already: they tell what has happened since. */
async function forgetDues(tx: Tx, { workspaceId, id, lane, isArchived }: Place, at: Date): Promise<void> {
  const isOld = sql`due_at > ${at} and due_at < ${MARK}`;
  const which = isArchived ? sql`true` : isOld;
  await tx.execute(sql`
    delete from segment_dues
    where workspace_id = ${workspaceId} and lane = ${lane} and segment_id = ${id} and ${which}`);
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
 * Behind what has been worked in the lane by now. Who leaves is named in a list, because a join of two sets whose sizes
 * nobody has counted yet is one of each with each. Nobody else brings anybody in where the lane is not open, but for
 * merges, which have noted whom: so whoever comes was not in.
 */
function written({ workspaceId, id }: Place, cursor: number, at: Date): SQL {
  return sql`,
    gone as (
      delete from segment_members
      where workspace_id = ${workspaceId} and segment_id = ${id} and exists (select from part where change < 0)
        and customer_id = any (array(select customer_id from part where change < 0))
      returning *),
    over as (
      insert into segment_stays (workspace_id, segment_id, customer_id, entered_at, entered_seq, entered_turn, left_at,
        left_seq, left_turn)
      select workspace_id, segment_id, customer_id, entered_at, entered_seq, entered_turn,
        greatest(entered_at, ${at}::timestamptz), ${cursor}::bigint, 1
      from gone),
    come as (
      insert into segment_members (workspace_id, segment_id, customer_id, entered_at, entered_seq, entered_turn)
      select ${workspaceId}, ${id}, customer_id, ${at}::timestamptz, ${cursor}::bigint, 1 from part
      where change > 0 and not customer_id = any (${noted(TOOK_ANOTHER_IN)}))`;
}
