// What caps and throttle count, read under locks: two senders can never take the same place.
import { sql } from 'drizzle-orm';
import type { Channel } from '@/lib/core/api/message';
import type { Id } from '@/lib/core/id';
import type { DeliveryPolicy } from '@/lib/core/policy/delivery-policy';
import type { Counted, SentMessage } from '@/lib/core/policy/frequency-cap';
import { rows, type Tx } from '../db/transaction';

const HOUR_MS = 3_600_000;

type Workspace = Id<'wsp'>;

/** Until the transaction ends. Taken in one order, after the rows of the sends were locked. */
export async function lockPlaces(
  tx: Tx,
  workspaceId: Workspace,
  places: { readonly customers: readonly string[]; readonly channels: readonly Channel[] },
): Promise<void> {
  const names = [
    ...places.channels.map((channel) => `throttle ${workspaceId}/${channel}`),
    ...places.customers.map((customer) => `cap ${workspaceId}/${customer}`),
  ];
  if (names.length === 0) return;
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(name, 0))
    from unnest(${sql.param([...new Set(names)].sort())}::text[]) with ordinality as n (name, place) order by place`);
}

export interface PastSend extends SentMessage {
  readonly customerId: string;
  readonly outboxId: string;
}

/**
 * Marketing messages to these customers whose sending was really started within the longest window of a cap. A message
 * that was tried several times is there once, at its last try.
 */
export async function loadPastSends(
  tx: Tx,
  workspaceId: Workspace,
  customers: readonly string[],
  caps: DeliveryPolicy['caps'],
  at: Date,
): Promise<PastSend[]> {
  const longest = Math.max(...caps.map(({ perHours }) => perHours));
  const from = new Date(at.getTime() - longest * HOUR_MS);
  const found = await rows<Omit<PastSend, 'at'> & { at: Date }>(
    tx,
    sql`
      select m.customer_id as "customerId", m.outbox_id as "outboxId", m.channel, m.category, max(d.started_at) as at
      from messages m join deliveries d on d.workspace_id = m.workspace_id and d.message_id = m.id
      where m.workspace_id = ${workspaceId} and m.customer_id = any (${sql.param([...customers])}::text[])
        and m.kind = 'marketing' and m.updated_at > ${from} and d.started_at > ${from}
      group by m.customer_id, m.outbox_id, m.channel, m.category`,
  );
  return found.map((send) => ({ ...send, at: send.at.getTime() }));
}

export interface Rival extends Counted {
  readonly customerId: string;
  readonly priority: number;
}

/**
 * Marketing to these customers that is due and in nobody's way but ours: taken up by another sender, or free to be. What
 * was started before holds its place already, and what the throttle keeps back shall not keep back others.
 */
export function loadRivals(
  tx: Tx,
  workspaceId: Workspace,
  customers: readonly string[],
  mine: readonly string[],
  throttled: readonly Channel[],
  at: Date,
): Promise<Rival[]> {
  return rows<Rival>(
    tx,
    sql`
      select o.customer_id as "customerId", c.channel, coalesce(o.payload ->> 'category', '') as category, o.priority
      from outbox o
      join (values ('send-email', 'email'), ('send-sms', 'sms')) as c (type, channel) on c.type = o.type
      join journeys j on j.workspace_id = o.workspace_id and j.id = o.journey_id and j.state = 'live'
      where o.workspace_id = ${workspaceId} and o.customer_id = any (${sql.param([...customers])}::text[])
        and o.status = 'queued' and o.attempts = 0 and o.due_at <= ${at}
        and o.payload ->> 'kind' is distinct from 'transactional' and not o.payload ? 'isHeldOut' and o.id <> all (${sql.param([...mine])}::text[])
        and (o.lease_until > ${at} or c.channel <> all (${sql.param([...throttled])}::text[]))`,
  );
}
