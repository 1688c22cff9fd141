// Moves what a customer can hold only one of: the place in a segment, the appointment with a trigger. Where both sides of a
// merge hold one, the earlier membership and the winner's appointment remain.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';
import type { Pairs } from './pairs';

type Workspace = Id<'wsp'>;

export async function movePlaces(tx: Tx, workspaceId: Workspace, pairs: Pairs): Promise<void> {
  await mergeMemberships(tx, workspaceId, pairs);
  await mergeAppointments(tx, workspaceId, pairs);
}

async function mergeMemberships(tx: Tx, workspaceId: Workspace, pairs: Pairs): Promise<void> {
  await tx.execute(sql`
    with ${pairs},
    left_behind as (
      delete from segment_members m using pair
      where m.workspace_id = ${workspaceId} and m.customer_id = pair.loser
      returning m.segment_id, pair.winner, m.entered_at)
    insert into segment_members as m (workspace_id, segment_id, customer_id, entered_at)
    select ${workspaceId}, segment_id, winner, min(entered_at) from left_behind group by segment_id, winner
    on conflict (workspace_id, customer_id, segment_id) do update
      set entered_at = least(m.entered_at, excluded.entered_at)`);
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
