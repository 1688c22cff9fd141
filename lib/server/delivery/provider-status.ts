// Status calls of providers meet messages here. A call may come before our own commit of "sent": whoever commits second,
// the call or the send, sees both and moves the message. A message only ever moves forward.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { channels } from '../channels/registry';
import { now } from '../clock';
import { rows, type Tx } from '../db/transaction';

type Workspace = Id<'wsp'>;

/** Holds both sides of a meeting until the transaction ends. Taken in one order, before any row is locked. */
export async function lockProviderMessages(
  tx: Tx,
  workspaceId: Workspace,
  providerMessageIds: readonly string[],
): Promise<void> {
  const names = [...new Set(providerMessageIds)].sort().map((id) => `${workspaceId}/${id}`);
  if (names.length === 0) return;
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(name, 0))
    from unnest(${sql.param(names)}::text[]) with ordinality as n (name, place) order by place`);
}

interface StoredCall {
  readonly provider: string;
  readonly body: Record<string, string>;
}

/**
 * Applies every stored status call about these messages. The caller has asked who wants to hear of it before any lock.
 *
 * @returns whose messages have moved
 */
export async function applyStatusCalls(
  tx: Tx,
  workspaceId: Workspace,
  providerMessageIds: readonly string[],
): Promise<Id<'cus'>[]> {
  if (providerMessageIds.length === 0) return [];
  const calls = await rows<StoredCall>(
    tx,
    sql`
      select provider, body from provider_calls
      where workspace_id = ${workspaceId} and provider_message_id = any (${sql.param([...providerMessageIds])}::text[])
      order by received_at, call_id`,
  );
  const reports = calls.flatMap(({ provider, body }) =>
    Object.values(channels).flatMap((channel) => channel.status(provider, body) ?? []),
  );
  if (reports.length === 0) return [];
  const moved = await rows<{ customerId: Id<'cus'> }>(
    tx,
    sql`
    with report as (
      select distinct on ("providerMessageId") * from json_to_recordset(${JSON.stringify(reports)}::json)
        as r ("providerMessageId" text, status text, reason text)
      order by "providerMessageId", ${rankOf(sql`status`)} desc)
    update messages m set status = r.status, reason = r.reason, updated_at = ${now()}
    from report r
    where m.workspace_id = ${workspaceId} and m.provider_message_id = r."providerMessageId"
      and ${rankOf(sql`r.status`)} > ${rankOf(sql`m.status`)}
    returning m.customer_id as "customerId"`,
  );
  return moved.map(({ customerId }) => customerId);
}

/** How far along a status is: a later report never takes a message back. */
function rankOf(status: ReturnType<typeof sql>) {
  return sql`case ${status} when 'sending' then 0 when 'unknown' then 1 when 'sent' then 2 else 3 end`;
}
