// Records how sends ended, for those whose fence still holds: a worker that was given up finds its rows taken and
// changes nothing.
import { sql } from 'drizzle-orm';
import { MESSAGE_SENT } from '@/lib/core/condition/record-keys';
import type { Id } from '@/lib/core/id';
import { now } from '../clock';
import { rows, type Tx } from '../db/transaction';
import { lockWorkspace } from '../ingest/lock-workspace';
import { tellRecords } from '../signals/tell-records';
import { watchRecords } from '../signals/watch-records';
import type { Conclusion } from './conclude';
import { isOneOf } from './is-one-of';
import type { KeptAnswer } from './kept-answer';
import { applyStatusCalls, lockProviderMessages } from './provider-status';
import { tellAnswers } from './tell-answers';

export interface Finished {
  readonly id: Id<'obx'>;
  readonly fence: number;
  /** Null where nothing was ever handed over. */
  readonly messageId: Id<'msg'> | null;
  readonly channel: string;
  readonly address: string;
  readonly conclusion: Conclusion;
  /** What a waiting step gets to know; left out where none waits. */
  readonly answer?: KeptAnswer | null;
}

/** Ids of the rows that were recorded; the others had been taken over. */
export async function finishSends(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  finished: readonly Finished[],
): Promise<string[]> {
  const watched = await watchRecords(tx, workspaceId, (key) => key === MESSAGE_SENT);
  // First of all locks, as whoever writes events takes it.
  if (finished.some(({ answer }) => answer)) await lockWorkspace(tx, workspaceId);
  const taken = finished.flatMap(({ conclusion }) => conclusion.providerMessageId ?? []);
  await lockProviderMessages(tx, workspaceId, taken);
  const recorded = await record(tx, workspaceId, finished);
  const reported = await applyStatusCalls(tx, workspaceId, taken);
  await suppressBadAddresses(tx, workspaceId, finished);
  const ids = recorded.map(({ id }) => id);
  const answers = finished.flatMap(({ id, answer }) => (answer && ids.includes(id) ? [answer] : []));
  await tellAnswers(tx, workspaceId, answers);
  await tellRecords(tx, workspaceId, watched, [...recorded.flatMap(({ told }) => told ?? []), ...reported]);
  return ids;
}

interface Recorded {
  readonly id: string;
  /** Whose message came out, null where it has not yet. */
  readonly told: Id<'cus'> | null;
}

function record(tx: Tx, workspaceId: Id<'wsp'>, finished: readonly Finished[]): Promise<Recorded[]> {
  const given = finished.map(({ id, fence, messageId, conclusion }) => ({
    id,
    fence,
    messageId,
    ...conclusion,
  }));
  const isGiven = isOneOf(finished.map(({ id }) => id));
  const at = now();
  return rows(
    tx,
    sql`
      with given as materialized (
        select * from json_to_recordset(${JSON.stringify(given)}::json) as x (
          id text, fence int, "messageId" text, status text, "dueAt" timestamptz, message text, delivery text,
          reason text, "providerMessageId" text)),
      locked as materialized (
        select o.id from given g join outbox o on o.id = g.id and o.fence = g.fence
        where o.workspace_id = ${workspaceId} and ${isGiven} and o.status = 'started' order by o.id for update of o),
      held as (
        update outbox o set status = g.status, due_at = coalesce(g."dueAt", o.due_at), lease_until = null,
          last_error = g.reason
        from given g join locked on locked.id = g.id
        where o.workspace_id = ${workspaceId} and ${isGiven} and o.id = g.id
        returning o.id),
      message as (
        update messages m set status = coalesce(g.message, m.status), reason = g.reason, updated_at = ${at},
          provider_message_id = coalesce(g."providerMessageId", m.provider_message_id)
        from given g join held on held.id = g.id
        where m.workspace_id = ${workspaceId} and m.id = g."messageId"
        returning g.id, case when g.message is not null then m.customer_id end as told),
      delivery as (
        update deliveries d set outcome = g.delivery, detail = g.reason, ended_at = ${at}
        from given g join held on held.id = g.id
        where d.workspace_id = ${workspaceId} and d.message_id = g."messageId" and d.outcome = 'started')
      select held.id, message.told from held left join message on message.id = held.id`,
  );
}

/** An address that does not exist is not tried again by anybody. */
async function suppressBadAddresses(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  finished: readonly Finished[],
): Promise<void> {
  const bad = finished.flatMap(({ channel, address, conclusion }) =>
    conclusion.isAddressBad ? [{ channel, address }] : [],
  );
  if (bad.length === 0) return;
  await tx.execute(sql`
    insert into suppressions (workspace_id, channel, address, reason, created_at)
    select distinct ${workspaceId}, x.channel, x.address, 'hard-bounce', ${now()}::timestamptz
    from json_to_recordset(${JSON.stringify(bad)}::json) as x (channel text, address text)
    on conflict do nothing`);
}
