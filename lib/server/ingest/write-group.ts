// Writes what a group of events adds, all in one statement: customers, their identifiers, the events, and when to let
// everybody new into the segments that ask for nothing.
import { sql } from 'drizzle-orm';
import { laneOf } from '@/lib/core/hash';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';
import type { Ownership } from './customer-graph';
import type { SourcedEvent } from './deduplicate';
import { ROW_COLUMNS, rowWithOwner } from './row-json';

export interface PlacedEvent extends SourcedEvent {
  readonly customerId: Id<'cus'>;
}

export interface GroupRows {
  readonly created: readonly Id<'cus'>[];
  readonly assigned: readonly Ownership[];
  readonly events: readonly PlacedEvent[];
}

/** A device that has passed on to somebody else changes hands; every other identifier written here is new. */
export async function writeGroup(tx: Tx, workspaceId: Id<'wsp'>, rows: GroupRows, at: Date): Promise<void> {
  const created = JSON.stringify(rows.created.map((id) => ({ id, lane: laneOf(id) })));
  const events = rows.events.map(({ source, event, customerId }) =>
    rowWithOwner(event.rowJson, laneOf(customerId), customerId, source),
  );
  await tx.execute(sql`
    with new_customers as (
      insert into customers (workspace_id, id, lane, attributes, created_at)
      select ${workspaceId}, c.id, c.lane, '{}', ${at}
      from json_to_recordset(${created}::json) as c (id text, lane smallint)
      returning id, lane),
    new_members as (
      insert into segment_dues (workspace_id, customer_id, segment_id, lane, due_at)
      select ${workspaceId}, c.id, s.id, c.lane, ${at}
      from new_customers c cross join segments s
      where s.workspace_id = ${workspaceId} and s.includes_new and s.archived_at is null),
    new_identifiers as (
      insert into identifiers (workspace_id, kind, value, customer_id, created_at)
      select ${workspaceId}, i.kind, i.value, i."customerId", ${at}
      from json_to_recordset(${JSON.stringify(rows.assigned)}::json) as i (kind text, value text, "customerId" text)
      on conflict (workspace_id, kind, value) do update set customer_id = excluded.customer_id)
    insert into events (workspace_id, lane, customer_id, source, message_id, body_hash, type, name, properties, traits,
      context, occurred_at, received_at)
    select ${workspaceId}, e.l, e.c, e.s, e.m, e.h, e.t, e.n, e.p, e.a, e.x, e.o, e.r
    from json_to_recordset(${`[${events.join(',')}]`}::json) as e (${sql.raw(ROW_COLUMNS)})`);
}
