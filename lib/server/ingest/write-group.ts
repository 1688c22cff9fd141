// Writes what a group of events adds: customers, identifiers, events, each in one statement.
import { sql } from 'drizzle-orm';
import { laneOf } from '@/lib/core/hash';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';
import type { Ownership } from './customer-graph';
import type { IncomingEvent } from './incoming-event';

export async function createCustomers(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  customerIds: readonly Id<'cus'>[],
  at: Date,
): Promise<void> {
  if (customerIds.length === 0) return;
  const given = customerIds.map((id) => ({ id, lane: laneOf(id) }));
  await tx.execute(sql`
    insert into customers (workspace_id, id, lane, attributes, created_at)
    select ${workspaceId}, c.id, c.lane, '{}', ${at}
    from json_to_recordset(${JSON.stringify(given)}::json) as c (id text, lane smallint)`);
}

/** Gives identifiers to customers; a device that has passed on to somebody else changes hands. */
export async function assignIdentifiers(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  assigned: readonly Ownership[],
  at: Date,
): Promise<void> {
  if (assigned.length === 0) return;
  await tx.execute(sql`
    insert into identifiers (workspace_id, kind, value, customer_id, created_at)
    select ${workspaceId}, i.kind, i.value, i."customerId", ${at}
    from json_to_recordset(${JSON.stringify(assigned)}::json) as i (kind text, value text, "customerId" text)
    on conflict (workspace_id, kind, value) do update set customer_id = excluded.customer_id`);
}

export interface PlacedEvent {
  readonly source: string;
  readonly event: IncomingEvent;
  readonly customerId: Id<'cus'>;
}

export async function insertEvents(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  placed: readonly PlacedEvent[],
): Promise<void> {
  if (placed.length === 0) return;
  await tx.execute(sql`
    insert into events (workspace_id, lane, customer_id, source, message_id, body_hash, type, name, properties, traits,
      context, occurred_at, received_at)
    select ${workspaceId}, e.l, e.c, e.s, e.m, e.h, e.t, e.n, e.p, e.a, e.x, e.o, e.r
    from json_to_recordset(${`[${placed.map(rowOf).join(',')}]`}::json) as e (
      l smallint, c text, s text, m text, h text, t text, n text, p jsonb, a jsonb, x jsonb, o timestamptz, r timestamptz)`);
}

/** The event's own JSON goes in as it is: written once when it was checked, never again. */
function rowOf({ source, event, customerId }: PlacedEvent): string {
  const { messageId, bodyHash, type, name, propertiesJson, traitsJson, contextJson } = event;
  const scalars = JSON.stringify({
    l: laneOf(customerId),
    c: customerId,
    s: source,
    m: messageId,
    h: bodyHash,
    t: type,
    n: name,
    o: new Date(event.occurredAt).toISOString(),
    r: new Date(event.receivedAt).toISOString(),
  });
  return `${scalars.slice(0, -1)},"p":${propertiesJson},"a":${traitsJson},"x":${contextJson}}`;
}
