// Writes what a batch decided: a constant number of set-based statements, inside the batch's transaction.
import { type SQL, sql } from 'drizzle-orm';
import type { BatchCommand, BatchOutcome, NodeCount } from '@/lib/core/engine/batch';
import type { Enrollment } from '@/lib/core/engine/enrollment';
import { laneOf } from '@/lib/core/hash';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { markStale } from '../analytics/rollup/mark-stale';
import { arrayLiteral } from '../db/array-literal';
import { rows, type Tx } from '../db/transaction';
import { newId } from '../new-id';
import type { placeEmitted } from './place-decisions';

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

/** Passages that were there before the batch, as they stand now. */
export async function writeProgress(
  tx: Tx,
  workspaceId: Workspace,
  enrollments: readonly Enrollment[],
): Promise<void> {
  if (enrollments.length === 0) return;
  const given = enrollments.map(
    ({ id, status, nodeId, visits, saved, arrivedAt, convertedAt, wakeAt, endedAt, endReason }) => ({
      ...{ id, status, nodeId, visits, saved, arrivedAt, convertedAt, wakeAt, endedAt, endReason },
    }),
  );
  await tx.execute(sql`
    update enrollments n set status = x.status, node_id = x."nodeId", visits = x.visits, saved = x.saved,
      arrived_at = ${instant('arrivedAt')}, converted_at = ${instant('convertedAt')}, wake_at = ${instant('wakeAt')},
      ended_at = ${instant('endedAt')}, end_reason = x."endReason"
    from json_to_recordset(${JSON.stringify(given)}::json) as x (
      id text, status text, "nodeId" text, visits int, saved jsonb, "arrivedAt" float8, "convertedAt" float8,
      "wakeAt" float8, "endedAt" float8, "endReason" text)
    where n.workspace_id = ${workspaceId} and n.id = any (${arrayLiteral(given.map(({ id }) => id))}::text[])
      and n.id = x.id`);
}

/** So many numbers in the order of moments, rising. */
export async function takeMomentSeqs(tx: Tx, howMany: number): Promise<number[]> {
  if (howMany === 0) return [];
  const taken = await rows<{ seq: number }>(
    tx,
    sql`select nextval('moment_order') as seq from generate_series(1, ${howMany}::int) order by 1`,
  );
  return taken.map(({ seq }) => seq);
}

/** A command that is already in the outbox stays as it is: its key is its identity. */
export async function writeCommands(
  tx: Tx,
  workspaceId: Workspace,
  commands: readonly BatchCommand[],
  writtenAt: Date,
): Promise<void> {
  if (commands.length === 0) return;
  const given = commands.map((command) => ({ ...command, id: newId('obx') }));
  await tx.execute(sql`
    insert into outbox (workspace_id, id, key, type, customer_id, journey_id, version, enrollment_id, node_id, payload,
      priority, status, due_at, created_at)
    select ${workspaceId}, x.id, x.key, x.type, x."customerId", x."journeyId", x.version, x."enrollmentId", x."nodeId",
      x.payload, j.priority, 'queued', ${instant('at')}, ${writtenAt}
    from json_to_recordset(${JSON.stringify(given)}::json) as x (
      id text, key text, type text, "customerId" text, "journeyId" text, version int, "enrollmentId" text, "nodeId" text,
      payload jsonb, at float8)
    join journeys j on j.workspace_id = ${workspaceId} and j.id = x."journeyId"
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

/**
 * What journeys made happen: kept for timelines and later conditions, and in no lane, because it was worked already. It
 * carries the revision of the rules that it met, and its place in the customer's history.
 */
export async function writeEmitted(
  tx: Tx,
  workspaceId: Workspace,
  emitted: ReturnType<typeof placeEmitted>,
  revision: number,
): Promise<void> {
  if (emitted.length === 0) return;
  const given = emitted.map(({ customerId, messageId, name, properties, receivedAt, place }) => ({
    ...{ customerId, messageId, name, properties, place, at: receivedAt },
  }));
  await tx.execute(sql`
    insert into events (workspace_id, lane, customer_id, source, message_id, body_hash, type, name, properties, traits,
      context, occurred_at, received_at)
    select ${workspaceId}, -1, x."customerId", 'journey', x."messageId", '', 'track', x.name, x.properties, '{}',
      jsonb_build_object('revision', ${revision}::bigint, 'place', x.place), ${instant('at')}, ${instant('at')}
    from json_to_recordset(${JSON.stringify(given)}::json) as x (
      "customerId" text, "messageId" text, name text, properties jsonb, place jsonb, at float8)
    on conflict (workspace_id, source, message_id) do nothing`);
  const customerIds = emitted.map(({ customerId }) => customerId);
  await markStale(tx, workspaceId, customerIds);
}

/** One customer has one appointment with a trigger: the newest word on it counts. */
export async function writeAppointments(
  tx: Tx,
  workspaceId: Workspace,
  appointments: BatchOutcome['appointments'],
): Promise<void> {
  if (appointments.length === 0) return;
  const given = appointments.map((one) => ({
    ...one,
    lane: laneOf(one.customerId),
  }));
  const columns = sql`x ("customerId" text, "journeyId" text, "nodeId" text, lane smallint, "dueAt" float8, occasion text)`;
  await tx.execute(sql`
    delete from appointments a using json_to_recordset(${JSON.stringify(given)}::json) as ${columns}
    where x."dueAt" is null and a.workspace_id = ${workspaceId} and a.customer_id = x."customerId"
      and a.journey_id = x."journeyId" and a.node_id = x."nodeId"`);
  await tx.execute(sql`
    insert into appointments (workspace_id, journey_id, node_id, customer_id, lane, due_at, occasion)
    select ${workspaceId}, x."journeyId", x."nodeId", x."customerId", x.lane, ${instant('dueAt')}, x.occasion
    from json_to_recordset(${JSON.stringify(given)}::json) as ${columns}
    where x."dueAt" is not null
    on conflict (workspace_id, customer_id, journey_id, node_id) do update set
      due_at = excluded.due_at, occasion = excluded.occasion, lane = excluded.lane`);
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

/** Instants cross over as numbers of ms since 1970: both sides read a number faster than a date. */
export function instant(column: string): SQL {
  return sql`to_timestamp(x.${sql.identifier(column)} / 1000)`;
}
