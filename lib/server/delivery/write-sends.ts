// The statements of starting a batch: one per table, whatever its size.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import type { Tx } from '../db/transaction';
import { isOneOf } from './is-one-of';

type Workspace = Id<'wsp'>;

export interface OutboxChange {
  readonly id: Id<'obx'>;
  readonly status: 'queued' | 'started' | 'refused' | 'done' | 'unknown' | 'dead';
  readonly attempts: number;
  readonly leaseUntil: Date | null;
  /** Null keeps it. */
  readonly dueAt: Date | null;
  readonly lastError: string | null;
}

/** The caller holds the rows' locks. */
export async function writeOutbox(
  tx: Tx,
  workspaceId: Workspace,
  changes: readonly OutboxChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.execute(sql`
    update outbox o set status = x.status, attempts = x.attempts, lease_until = x."leaseUntil",
      due_at = coalesce(x."dueAt", o.due_at), last_error = x."lastError"
    from json_to_recordset(${JSON.stringify(changes)}::json) as x (
      id text, status text, attempts int, "leaseUntil" timestamptz, "dueAt" timestamptz, "lastError" text)
    where o.workspace_id = ${workspaceId} and ${isOneOf(changes.map(({ id }) => id))} and o.id = x.id`);
}

export interface NewMessage {
  readonly id: Id<'msg'>;
  readonly outboxId: Id<'obx'>;
  readonly customerId: Id<'cus'>;
  readonly journeyId: Id<'jrn'>;
  readonly version: number;
  readonly nodeId: Id<'nod'>;
  readonly channel: string;
  readonly address: string;
  readonly content: JsonObject;
  readonly provider: string;
  readonly kind: 'marketing' | 'transactional' | 'webhook';
  readonly category: string;
  readonly status: 'held' | 'sending' | 'refused';
  readonly reason: string | null;
}

/**
 * Written before a provider is called, or when a message is held back. A further attempt writes over the message it
 * belongs to; what was begun and is held back before its next try stays begun.
 */
export async function writeMessages(
  tx: Tx,
  workspaceId: Workspace,
  messages: readonly NewMessage[],
  at: Date,
): Promise<void> {
  if (messages.length === 0) return;
  await tx.execute(sql`
    insert into messages (workspace_id, id, outbox_id, customer_id, journey_id, version, node_id, channel, address,
      kind, category, content, provider, status, reason, created_at, updated_at)
    select ${workspaceId}, x.id, o.id, o.customer_id, x."journeyId", x.version, x."nodeId", x.channel, x.address,
      x.kind, x.category, x.content, x.provider, x.status, x.reason, ${at}, ${at}
    from json_to_recordset(${JSON.stringify(messages)}::json) as x (
      id text, "outboxId" text, "journeyId" text, version int, "nodeId" text, channel text, address text,
      kind text, category text, content jsonb, provider text, status text, reason text)
    join outbox o on o.workspace_id = ${workspaceId} and ${isOneOf(messages.map(({ outboxId }) => outboxId))}
      and o.id = x."outboxId"
    on conflict (workspace_id, outbox_id) do update set
      address = excluded.address, content = excluded.content, provider = excluded.provider, reason = excluded.reason,
      kind = excluded.kind, category = excluded.category,
      status = case when excluded.status = 'held' then messages.status else excluded.status end, updated_at = excluded.updated_at`);
}

export async function writeDeliveries(
  tx: Tx,
  workspaceId: Workspace,
  started: readonly {
    readonly deliveryId: Id<'dlv'>;
    readonly messageId: Id<'msg'>;
    readonly attempt: number;
  }[],
  at: Date,
): Promise<void> {
  if (started.length === 0) return;
  const given = started.map(({ deliveryId, messageId, attempt }) => ({ deliveryId, messageId, attempt }));
  await tx.execute(sql`
    insert into deliveries (workspace_id, id, message_id, attempt, outcome, started_at)
    select ${workspaceId}, x."deliveryId", x."messageId", x.attempt, 'started', ${at}
    from json_to_recordset(${JSON.stringify(given)}::json) as x ("deliveryId" text, "messageId" text, attempt int)`);
}
