// Somebody wants to hear no more: written to the consent ledger and the suppression list, and what is still queued for
// them is cancelled, all in one transaction.
import { sql } from 'drizzle-orm';
import { consentKey, MESSAGE_REFUSED } from '@/lib/core/condition/record-keys';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { now } from '../clock';
import { rows, type Tx } from '../db/transaction';
import { newId } from '../new-id';
import { tellRecords } from '../signals/tell-records';
import { watchRecords } from '../signals/watch-records';

export interface OptOut {
  readonly workspaceId: Id<'wsp'>;
  readonly channel: 'email' | 'sms';
  readonly address: string;
  /** Who said so, beside everybody known under the address; null where only the address is known. */
  readonly customerId: Id<'cus'> | null;
  /** unsubscribed: no marketing any more; stop: nothing at all. */
  readonly reason: 'unsubscribed' | 'stop';
  /** Where it was said, e.g. `one-click`. */
  readonly source: string;
  readonly proof: JsonObject;
}

export interface OptedOut {
  /** False where the address had opted out before and nothing changed. */
  readonly isNew: boolean;
  readonly cancelled: number;
}

export async function optOut(tx: Tx, wish: OptOut): Promise<OptedOut> {
  const { workspaceId, channel, address, reason } = wish;
  const watched = await watchRecords(
    tx,
    workspaceId,
    (key) => key === consentKey(channel) || key === MESSAGE_REFUSED,
  );
  const at = now();
  const added = await rows(
    tx,
    sql`
      insert into suppressions (workspace_id, channel, address, reason, created_at)
      values (${workspaceId}, ${channel}, ${address}, ${reason}, ${at})
      on conflict (workspace_id, channel, address) do update set reason = excluded.reason
        where suppressions.reason = 'unsubscribed' and excluded.reason = 'stop'
      returning address`,
  );
  const people = await peopleOf(tx, wish);
  const changed = people.filter(({ isOptedOut }) => !isOptedOut).map(({ id }) => id);
  await writeConsents(tx, wish, changed, at);
  const everybody = people.map(({ id }) => id);
  const cancelled = await cancelQueued(tx, wish, everybody, at);
  await tellRecords(tx, workspaceId, watched, everybody);
  return { isNew: added.length > 0 || changed.length > 0, cancelled };
}

interface Person {
  readonly id: Id<'cus'>;
  readonly isOptedOut: boolean;
}

/** Whoever the link was made for, wherever a merge has brought them since, and everybody known under the address. */
function peopleOf(tx: Tx, { workspaceId, channel, address, customerId }: OptOut): Promise<Person[]> {
  const kind = channel === 'email' ? 'email' : 'phone';
  return rows(
    tx,
    sql`
      with recursive chain as (
        select id, merged_into from customers where workspace_id = ${workspaceId} and id = ${customerId}
        union
        select c.id, c.merged_into
        from chain join customers c on c.workspace_id = ${workspaceId} and c.id = chain.merged_into),
      person as (
        select id from chain where merged_into is null
        union
        select customer_id from identifiers
        where workspace_id = ${workspaceId} and kind = ${kind} and value = ${address})
      select person.id, coalesce(
        (select c.state = 'opted-out' from consents c
         where c.workspace_id = ${workspaceId} and c.customer_id = person.id and c.channel = ${channel}
         order by c.at desc, c.id desc limit 1), false) as "isOptedOut"
      from person order by person.id`,
  );
}

async function writeConsents(tx: Tx, wish: OptOut, people: readonly Id<'cus'>[], at: Date): Promise<void> {
  if (people.length === 0) return;
  const { workspaceId, channel, source, proof } = wish;
  const given = people.map((customerId) => ({ id: newId('cns'), customerId }));
  await tx.execute(sql`
    insert into consents (workspace_id, id, customer_id, channel, state, source, proof, at)
    select ${workspaceId}, x.id, x."customerId", ${channel}, 'opted-out', ${source}, ${JSON.stringify(proof)}::jsonb, ${at}
    from json_to_recordset(${JSON.stringify(given)}::json) as x (id text, "customerId" text)`);
}

/** Sends that have not begun. One that is just being started holds its row's lock: we wait, and it counts as begun. */
async function cancelQueued(tx: Tx, wish: OptOut, people: readonly Id<'cus'>[], at: Date): Promise<number> {
  const { workspaceId, channel, reason } = wish;
  const type = channel === 'email' ? 'send-email' : 'send-sms';
  const which = reason === 'stop' ? sql`true` : sql`o.payload ->> 'kind' is distinct from 'transactional'`;
  const cancelled = await rows(
    tx,
    sql`
      with queued as materialized (
        select o.id from outbox o
        where o.workspace_id = ${workspaceId} and o.customer_id = any (${sql.param([...people])}::text[])
          and o.type = ${type} and o.status = 'queued' and ${which}
        order by o.id for update),
      cancelled as (
        update outbox o set status = 'refused', lease_until = null, last_error = 'refused-opted-out'
        from queued where o.workspace_id = ${workspaceId} and o.id = queued.id
        returning o.*),
      message as (
        update messages m set status = 'refused', reason = 'refused-opted-out', updated_at = ${at}
        from cancelled where m.workspace_id = ${workspaceId} and m.outbox_id = cancelled.id and m.status in ('held', 'sending'))
      insert into moments (workspace_id, customer_id, journey_id, version, enrollment_id, steps, at)
      select workspace_id, customer_id, journey_id, version, enrollment_id,
        jsonb_build_array(jsonb_build_array(node_id, 'refused-opted-out', jsonb_build_object('channel', ${channel}::text))), ${at}
      from cancelled returning 1`,
  );
  return cancelled.length;
}
