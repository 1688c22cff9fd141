// Moves what a customer can hold only one of: the place in a segment, the appointment with a trigger. Where both sides of a
// merge hold one, the earlier membership and the winner's appointment remain.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';
import { BECAME_ANOTHER, TOOK_ANOTHER_IN } from '../segments/fill-change';
import type { Pairs } from './pairs';

type Workspace = Id<'wsp'>;

export async function movePlaces(tx: Tx, workspaceId: Workspace, pairs: Pairs, at: Date): Promise<void> {
  await mergeMemberships(tx, workspaceId, pairs, at);
  await judgeWinners(tx, workspaceId, pairs, at);
  await leaveFills(tx, workspaceId, pairs);
  await mergeAppointments(tx, workspaceId, pairs);
}

/** Of several who were in, one remains; the others' stays are over. */
async function mergeMemberships(tx: Tx, workspaceId: Workspace, pairs: Pairs, at: Date): Promise<void> {
  await tx.execute(sql`
    with ${pairs},
    moved_stays as (
      update segment_stays s set customer_id = pair.winner from pair
      where s.workspace_id = ${workspaceId} and s.customer_id = pair.loser),
    side as (select loser as id, winner from pair union select winner, winner from pair),
    inside as (
      select m.*, side.winner, row_number() over (
        partition by side.winner, m.segment_id order by m.entered_at, m.customer_id) as place
      from side join segment_members m on m.workspace_id = ${workspaceId} and m.customer_id = side.id),
    over as (
      insert into segment_stays (workspace_id, segment_id, customer_id, entered_at, entered_seq, entered_turn, left_at,
        left_seq, left_turn)
      select ${workspaceId}, segment_id, winner, entered_at, entered_seq, entered_turn, greatest(entered_at, ${at}),
        entered_seq, entered_turn
      from inside where place > 1),
    left_behind as (
      delete from segment_members m using pair
      where m.workspace_id = ${workspaceId} and m.customer_id = pair.loser
      returning m.segment_id, pair.winner, m.entered_at)
    insert into segment_members as m (workspace_id, segment_id, customer_id, entered_at)
    select ${workspaceId}, segment_id, winner, min(entered_at) from left_behind group by segment_id, winner
    on conflict (workspace_id, customer_id, segment_id) do update
      set entered_at = least(m.entered_at, excluded.entered_at)`);
}

/** What two did together, one has done now: the engine asks again who that makes them. */
async function judgeWinners(tx: Tx, workspaceId: Workspace, pairs: Pairs, at: Date): Promise<void> {
  await tx.execute(sql`
    with ${pairs},
    left_behind as (
      delete from segment_dues d using pair where d.workspace_id = ${workspaceId} and d.customer_id = pair.loser)
    insert into segment_dues as d (workspace_id, customer_id, segment_id, lane, due_at)
    select distinct ${workspaceId}, pair.winner, s.id, pair."winnerLane", ${at}::timestamptz
    from pair cross join segments s
    where s.workspace_id = ${workspaceId} and s.condition is not null and s.archived_at is null
    on conflict (workspace_id, customer_id, segment_id) do update set due_at = least(d.due_at, excluded.due_at)`);
}

/**
 * A segment that fills may have found them already. Losers are not to be written down where their lane is still to come;
 * winners may be in by now, and are judged when it is opened.
 */
async function leaveFills(tx: Tx, workspaceId: Workspace, pairs: Pairs): Promise<void> {
  await tx.execute(sql`
    with ${pairs},
    side as (
      select loser as id, "loserLane" as lane, ${BECAME_ANOTHER}::smallint as change from pair
      union
      select winner, "winnerLane", ${TOOK_ANOTHER_IN}::smallint from pair)
    insert into segment_fills (workspace_id, segment_id, lane, change, customer_ids)
    select ${workspaceId}, s.id, side.lane, side.change, array[side.id]
    from side join segments s on s.workspace_id = ${workspaceId} and s.fill_lane <= side.lane`);
}

async function mergeAppointments(tx: Tx, workspaceId: Workspace, pairs: Pairs): Promise<void> {
  await tx.execute(sql`
    with ${pairs},
    left_behind as (
      delete from appointments a using pair
      where a.workspace_id = ${workspaceId} and a.customer_id = pair.loser
      returning a.journey_id, a.node_id, a.due_at, a.occasion, pair.rank, pair.winner, pair."winnerLane")
    insert into appointments (workspace_id, journey_id, node_id, customer_id, lane, due_at, occasion)
    select distinct on (winner, journey_id, node_id)
      ${workspaceId}, journey_id, node_id, winner, "winnerLane", due_at, occasion
    from left_behind order by winner, journey_id, node_id, rank
    on conflict (workspace_id, customer_id, journey_id, node_id) do nothing`);
}
