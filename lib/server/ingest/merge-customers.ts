// Makes two customers one: everything the loser had and did goes to the winner. However many merges a group brings, the
// number of statements is the same. The caller holds the workspace's lock; the lanes of both sides are locked here first,
// so no worker is in the middle of a batch with either of them.
import { sql } from 'drizzle-orm';
import { laneOf } from '@/lib/core/hash';
import type { Id } from '@/lib/core/id';
import { markStale } from '../analytics/rollup/mark-stale';
import { rows, type Tx } from '../db/transaction';
import { fault } from '../fault';
import { newId } from '../new-id';
import type { Merge } from './customer-graph';
import { moveExposures } from './move-exposures';
import { movePlaces } from './move-places';
import { type Pairs, pairsOf } from './pairs';

type Workspace = Id<'wsp'>;

/** To be called before anything is written, so that locks are always taken in one order. */
export async function lockLanes(tx: Tx, workspaceId: Workspace, merges: readonly Merge[]): Promise<void> {
  if (merges.length === 0) return;
  const lanes = merges.flatMap(({ loser, winner }) => [laneOf(loser), laneOf(winner)]);
  await tx.execute(sql`
    select lane from lanes
    where workspace_id = ${workspaceId} and lane = any (${sql.param([...new Set(lanes)])}::smallint[])
    order by lane for update`);
}

export async function mergeCustomers(
  tx: Tx,
  workspaceId: Workspace,
  merges: readonly Merge[],
  at: Date,
): Promise<void> {
  if (merges.length === 0) return;
  const pairs = pairsOf(merges);
  await fault('ingest.merge-enrollments', () => endCollisions(tx, workspaceId, pairs, at));
  await fault('ingest.merge-consents', () => keepOptOuts(tx, workspaceId, pairs, at));
  await fault('ingest.merge-belongings', () => moveBelongings(tx, workspaceId, pairs));
  await fault('ingest.merge-exposures', () => moveExposures(tx, workspaceId, pairs));
  await fault('ingest.merge-places', () => movePlaces(tx, workspaceId, pairs, at));
  await fault('ingest.merge-pending', () => requeuePending(tx, workspaceId, pairs));
  await fault('ingest.merge-events', () => moveWorkedEvents(tx, workspaceId, pairs));
  await fault('ingest.merge-customers', () => retireLosers(tx, workspaceId, pairs));
  const both = merges.flatMap(({ loser, winner }) => [loser, winner]);
  await fault('ingest.merge-stale', () => markStale(tx, workspaceId, both));
}

/** Both in the same journey under the same key: the winner's passage goes on, else the one that began first. */
async function endCollisions(tx: Tx, workspaceId: Workspace, pairs: Pairs, at: Date): Promise<void> {
  await tx.execute(sql`
    with ${pairs},
    place as (
      select n.id, coalesce(p.winner, n.customer_id) as winner, n.customer_id as former, row_number() over (
        partition by coalesce(p.winner, n.customer_id), n.journey_id, n.key
        order by p.winner is not null, n.entered_at, n.id) as place
      from enrollments n left join pair p on p.loser = n.customer_id
      where n.workspace_id = ${workspaceId} and n.status = 'waiting'
        and n.customer_id in (select loser from pair union select winner from pair)),
    ended as (
      update enrollments n
      set status = 'ended', ended_at = ${at}, end_reason = 'customer-merged', wake_at = null
      from place where n.workspace_id = ${workspaceId} and n.id = place.id and place.place > 1
      returning n.id, n.journey_id, n.version, n.node_id, place.winner, place.former)
    insert into moments (workspace_id, customer_id, journey_id, version, enrollment_id, steps, at)
    select ${workspaceId}, winner, journey_id, version, id,
      jsonb_build_array(jsonb_build_array(node_id, 'customer-merged', jsonb_build_object('merged', former, 'into', winner))), ${at}
    from ended`);
}

/** Whoever refused before the merge has refused after it, even where the other side agreed later. */
async function keepOptOuts(tx: Tx, workspaceId: Workspace, pairs: Pairs, at: Date): Promise<void> {
  const overruled = await rows<{ winner: Id<'cus'>; channel: string }>(
    tx,
    sql`
      with ${pairs},
      side as (select loser as id, winner from pair union select winner, winner from pair),
      newest as (
        select distinct on (c.customer_id, c.channel) side.winner, c.channel, c.state, c.at
        from side join consents c on c.workspace_id = ${workspaceId} and c.customer_id = side.id
        order by c.customer_id, c.channel, c.at desc, c.id desc)
      select winner, channel from newest group by winner, channel
      having bool_or(state = 'opted-out') and (array_agg(state order by at desc))[1] = 'opted-in'`,
  );
  if (overruled.length === 0) return;
  const given = overruled.map((row) => ({ ...row, id: newId('cns') }));
  await tx.execute(sql`
    insert into consents (workspace_id, id, customer_id, channel, state, source, proof, at)
    select ${workspaceId}, c.id, c.winner, c.channel, 'opted-out', 'merge', '{}', ${at}
    from json_to_recordset(${JSON.stringify(given)}::json) as c (id text, winner text, channel text)`);
}

async function moveBelongings(tx: Tx, workspaceId: Workspace, pairs: Pairs): Promise<void> {
  const move = (table: string) => sql`
    update ${sql.identifier(table)} t set customer_id = pair.winner from pair
    where t.workspace_id = ${workspaceId} and t.customer_id = pair.loser`;
  await tx.execute(sql`
    with ${pairs},
    moved_identifiers as (${move('identifiers')}),
    moved_consents as (${move('consents')}),
    moved_moments as (${move('moments')}),
    moved_outbox as (${move('outbox')}),
    moved_messages as (${move('messages')}),
    moved_coupons as (${move('coupons')}),
    moved_tasks as (${move('tasks')})
    update enrollments n set customer_id = pair.winner, lane = pair."winnerLane" from pair
    where n.workspace_id = ${workspaceId} and n.customer_id = pair.loser`);
}

/**
 * Events no worker has seen go to the winner's lane. Where that lane is already further than one of them, it would never
 * see it under its old number: then all that waits for this customer is numbered anew, in the order of acceptance.
 */
async function requeuePending(tx: Tx, workspaceId: Workspace, pairs: Pairs): Promise<void> {
  await tx.execute(sql`
    with ${pairs},
    side as (
      select loser as id, "loserLane" as lane, winner, "winnerLane" from pair
      union select winner, "winnerLane", winner, "winnerLane" from pair),
    pending as (
      select e.seq, side.winner, side."winnerLane",
        bool_or(e.seq <= ahead.cursor) over (partition by side.winner) as "isMissed"
      from side
      join lanes own on own.workspace_id = ${workspaceId} and own.lane = side.lane
      join lanes ahead on ahead.workspace_id = ${workspaceId} and ahead.lane = side."winnerLane"
      join events e on e.workspace_id = ${workspaceId} and e.customer_id = side.id and e.lane = side.lane
        and e.seq > own.cursor
      order by e.seq),
    renumbered as materialized (
      select seq, winner, "winnerLane",
        case when "isMissed" then nextval(pg_get_serial_sequence('events', 'seq')) else seq end as renewed
      from pending)
    update events e set seq = r.renewed, customer_id = r.winner, lane = r."winnerLane"
    from renumbered r where e.workspace_id = ${workspaceId} and e.seq = r.seq`);
}

/** Events already worked keep number and lane, so that no lane works them a second time. */
async function moveWorkedEvents(tx: Tx, workspaceId: Workspace, pairs: Pairs): Promise<void> {
  await tx.execute(sql`
    with ${pairs}
    update events e set customer_id = pair.winner from pair
    where e.workspace_id = ${workspaceId} and e.customer_id = pair.loser`);
}

/** The winner's attributes win; what the winner lacks is taken from the losers, the first merged first. */
async function retireLosers(tx: Tx, workspaceId: Workspace, pairs: Pairs): Promise<void> {
  await tx.execute(sql`
    with ${pairs},
    brought as (
      select pair.winner, jsonb_object_agg(a.key, a.value order by pair.rank desc) as attributes
      from pair
      join customers c on c.workspace_id = ${workspaceId} and c.id = pair.loser
      cross join lateral jsonb_each(c.attributes) a
      group by pair.winner),
    filled as (
      update customers c set attributes = brought.attributes || c.attributes from brought
      where c.workspace_id = ${workspaceId} and c.id = brought.winner)
    update customers c set merged_into = pair.winner from pair
    where c.workspace_id = ${workspaceId} and c.id = pair.loser`);
}
