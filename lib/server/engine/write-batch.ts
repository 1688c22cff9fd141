// Writes what a batch decided: a constant number of set-based statements, inside the batch's transaction.
import { sql } from 'drizzle-orm';
import type { BatchCommand, BatchDecision, NodeCount } from '@/lib/core/engine/batch';
import type { Enrollment } from '@/lib/core/engine/enrollment';
import { laneOf } from '@/lib/core/hash';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import type { Tx } from '../db/transaction';
import { newId } from '../new-id';

type Workspace = Id<'wsp'>;

export async function writeAttributes(
  tx: Tx,
  workspaceId: Workspace,
  changed: readonly { readonly id: string; readonly attributes: JsonObject }[],
): Promise<void> {
  if (changed.length === 0) return;
  await tx.execute(sql`
    update customers c set attributes = x.attributes
    from json_to_recordset(${JSON.stringify(changed)}::json) as x (id text, attributes jsonb)
    where c.workspace_id = ${workspaceId} and c.id = x.id`);
}

export async function writeEnrollments(
  tx: Tx,
  workspaceId: Workspace,
  enrollments: readonly Enrollment[],
): Promise<void> {
  if (enrollments.length === 0) return;
  const given = enrollments.map((enrollment) => ({
    ...enrollment,
    lane: laneOf(enrollment.customerId),
    enteredAt: instant(enrollment.enteredAt),
    wakeAt: instant(enrollment.wakeAt),
    endedAt: instant(enrollment.endedAt),
  }));
  await tx.execute(sql`
    insert into enrollments (workspace_id, id, journey_id, version, customer_id, lane, key, status, node_id, visits,
      trigger, entered_at, arrived_at, wake_at, ended_at, end_reason)
    select ${workspaceId}, x.id, x."journeyId", x.version, x."customerId", x.lane, x.key, x.status, x."nodeId", x.visits,
      x.trigger, x."enteredAt", x."enteredAt", x."wakeAt", x."endedAt", x."endReason"
    from json_to_recordset(${JSON.stringify(given)}::json) as x (
      id text, "journeyId" text, version int, "customerId" text, lane smallint, key text, status text, "nodeId" text,
      visits int, trigger jsonb, "enteredAt" timestamptz, "wakeAt" timestamptz, "endedAt" timestamptz, "endReason" text)
    on conflict (workspace_id, id) do update set
      status = excluded.status, node_id = excluded.node_id, visits = excluded.visits,
      wake_at = excluded.wake_at, ended_at = excluded.ended_at, end_reason = excluded.end_reason`);
}

export async function writeDecisions(
  tx: Tx,
  workspaceId: Workspace,
  decisions: readonly BatchDecision[],
): Promise<void> {
  if (decisions.length === 0) return;
  const given = decisions.map((decision) => ({ ...decision, at: instant(decision.at) }));
  await tx.execute(sql`
    insert into decisions (workspace_id, customer_id, journey_id, version, enrollment_id, node_id, code, inputs, at)
    select ${workspaceId}, x."customerId", x."journeyId", x.version, x."enrollmentId", x."nodeId", x.code, x.inputs, x.at
    from json_to_recordset(${JSON.stringify(given)}::json) as x (
      "customerId" text, "journeyId" text, version int, "enrollmentId" text, "nodeId" text, code text, inputs jsonb,
      at timestamptz)`);
}

/** A command that is already in the outbox stays as it is: its key is its identity. */
export async function writeCommands(
  tx: Tx,
  workspaceId: Workspace,
  commands: readonly BatchCommand[],
  writtenAt: Date,
): Promise<void> {
  if (commands.length === 0) return;
  const given = commands.map((command) => ({ ...command, id: newId('obx'), at: instant(command.at) }));
  await tx.execute(sql`
    insert into outbox (workspace_id, id, key, type, customer_id, journey_id, version, enrollment_id, node_id, payload,
      status, due_at, created_at)
    select ${workspaceId}, x.id, x.key, x.type, x."customerId", x."journeyId", x.version, x."enrollmentId", x."nodeId",
      x.payload, 'queued', x.at, ${writtenAt}
    from json_to_recordset(${JSON.stringify(given)}::json) as x (
      id text, key text, type text, "customerId" text, "journeyId" text, version int, "enrollmentId" text, "nodeId" text,
      payload jsonb, at timestamptz)
    on conflict (workspace_id, key) do nothing`);
}

export async function writeNodeCounts(
  tx: Tx,
  workspaceId: Workspace,
  counts: readonly (NodeCount & { readonly lane: number })[],
): Promise<void> {
  if (counts.length === 0) return;
  await tx.execute(sql`
    insert into node_counts (workspace_id, journey_id, node_id, lane, passed)
    select ${workspaceId}, x."journeyId", x."nodeId", x.lane, x.passed
    from json_to_recordset(${JSON.stringify(counts)}::json) as x (
      "journeyId" text, "nodeId" text, lane smallint, passed bigint)
    on conflict (workspace_id, journey_id, node_id, lane) do update set passed = node_counts.passed + excluded.passed`);
}

/** Moves the lanes' cursors behind what was read and notes when they were served. */
export async function writeCursors(
  tx: Tx,
  workspaceId: Workspace,
  cursors: readonly { readonly lane: number; readonly cursor: number }[],
  servedAt: Date,
): Promise<void> {
  await tx.execute(sql`
    update lanes l set cursor = x.cursor, served_at = ${servedAt}
    from json_to_recordset(${JSON.stringify(cursors)}::json) as x (lane smallint, cursor bigint)
    where l.workspace_id = ${workspaceId} and l.lane = x.lane`);
}

function instant(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
