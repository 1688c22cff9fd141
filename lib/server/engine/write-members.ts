// Writes who came into segments and who left, and when to look again: a few set-based statements in the batch's transaction.
import { type SQL, sql } from 'drizzle-orm';
import type { BatchOutcome, MembershipChange } from '@/lib/core/engine/batch';
import { membershipRows } from '@/lib/core/engine/membership-rows';
import { laneOf } from '@/lib/core/hash';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';
import type { Claim } from './claim-lanes';

/** What no event of this batch came before stands behind all that was worked earlier. */
function placed(changes: readonly MembershipChange[], { lanes }: Claim): MembershipChange[] {
  const cursors = new Map(lanes.map(({ lane, cursor }) => [lane, cursor]));
  return changes.map((one) => ({ ...one, seq: one.seq ?? cursors.get(laneOf(one.customerId)) ?? 0 }));
}

export async function writeMemberships(
  tx: Tx,
  claim: Claim,
  changes: readonly MembershipChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const { left, stays, entered } = membershipRows(placed(changes, claim));
  await endStays(tx, claim.workspaceId, left);
  await writeStays(tx, claim.workspaceId, stays);
  await writeMembers(tx, claim.workspaceId, entered);
}

type Rows = ReturnType<typeof membershipRows>;

/** A clock that went backwards must not make a stay end before it began. */
async function endStays(tx: Tx, workspaceId: Id<'wsp'>, left: Rows['left']): Promise<void> {
  if (left.length === 0) return;
  const given = left.map(({ customerId, segmentId, left: to }) => ({ customerId, segmentId, ...to }));
  await tx.execute(sql`
    with x as (
      select * from json_to_recordset(${JSON.stringify(given)}::json) as x (
        "customerId" text, "segmentId" text, at float8, seq bigint, turn int)),
    gone as (
      delete from segment_members m using x
      where m.workspace_id = ${workspaceId} and m.customer_id = x."customerId" and m.segment_id = x."segmentId"
      returning m.*, x.at, x.seq, x.turn)
    insert into segment_stays (workspace_id, segment_id, customer_id, entered_at, entered_seq, entered_turn, left_at,
      left_seq, left_turn)
    select ${workspaceId}, segment_id, customer_id, entered_at, entered_seq, entered_turn,
      greatest(entered_at, ${instant(sql`at`)}), seq, turn
    from gone`);
}

async function writeStays(tx: Tx, workspaceId: Id<'wsp'>, stays: Rows['stays']): Promise<void> {
  if (stays.length === 0) return;
  const given = stays.map(({ customerId, segmentId, entered, left }) => ({
    ...{ customerId, segmentId, a: entered.at, b: entered.seq, c: entered.turn },
    ...{ d: left.at, e: left.seq, f: left.turn },
  }));
  await tx.execute(sql`
    insert into segment_stays (workspace_id, segment_id, customer_id, entered_at, entered_seq, entered_turn, left_at,
      left_seq, left_turn)
    select ${workspaceId}, x."segmentId", x."customerId", ${instant(sql`x.a`)}, x.b, x.c,
      ${instant(sql`greatest(x.a, x.d)`)}, x.e, x.f
    from json_to_recordset(${JSON.stringify(given)}::json) as x (
      "customerId" text, "segmentId" text, a float8, b bigint, c int, d float8, e bigint, f int)`);
}

async function writeMembers(tx: Tx, workspaceId: Id<'wsp'>, entered: Rows['entered']): Promise<void> {
  if (entered.length === 0) return;
  const given = entered.map(({ customerId, segmentId, entered: from }) => ({
    customerId,
    segmentId,
    ...from,
  }));
  await tx.execute(sql`
    insert into segment_members (workspace_id, segment_id, customer_id, entered_at, entered_seq, entered_turn)
    select ${workspaceId}, x."segmentId", x."customerId", ${instant(sql`x.at`)}, x.seq, x.turn
    from json_to_recordset(${JSON.stringify(given)}::json) as x (
      "customerId" text, "segmentId" text, at float8, seq bigint, turn int)
    on conflict (workspace_id, customer_id, segment_id) do nothing`);
}

/** The newest word on each counts; most of what is judged has none and had none. */
export async function writeSegmentDues(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  dues: BatchOutcome['segmentDues'],
): Promise<void> {
  if (dues.length === 0) return;
  const given = dues.map((one) => ({ ...one, lane: laneOf(one.customerId) }));
  const columns = sql`x ("customerId" text, "segmentId" text, lane smallint, "dueAt" float8)`;
  const over = given.filter(({ dueAt }) => dueAt === null);
  if (over.length > 0) {
    await tx.execute(sql`
      delete from segment_dues d using json_to_recordset(${JSON.stringify(over)}::json) as ${columns}
      where d.workspace_id = ${workspaceId} and d.customer_id = x."customerId" and d.segment_id = x."segmentId"`);
  }
  if (over.length === given.length) return;
  await tx.execute(sql`
    insert into segment_dues as d (workspace_id, customer_id, segment_id, lane, due_at)
    select ${workspaceId}, x."customerId", x."segmentId", x.lane, ${instant(sql`x."dueAt"`)}
    from json_to_recordset(${JSON.stringify(given)}::json) as ${columns}
    where x."dueAt" is not null
    on conflict (workspace_id, customer_id, segment_id) do update set due_at = excluded.due_at
      where d.due_at is distinct from excluded.due_at`);
}

/** Instants cross over as numbers of ms since 1970. */
function instant(ms: SQL): SQL {
  return sql`to_timestamp(${ms} / 1000)`;
}
