// Fills a workspace with the demo shop's history up to a moment: few, large, set-based statements in the caller's transaction.
// Everything is written as already worked through, so that history starts no journey.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../../db/transaction';
import type { Shop } from '../shop/history';
import { type EventRow, rowsOf, storedName, storedProperties } from './shop-rows';

const EVENTS_PER_STATEMENT = 4_000;
const ROWS_PER_STATEMENT = 5_000;

/** Rows as one parameter; numbers, texts, dates and objects become what the statement's column list says. */
const given = (rows: readonly unknown[]) => sql`${JSON.stringify(rows)}::json`;

export async function seedShop(tx: Tx, workspaceId: Id<'wsp'>, shop: Shop, at: Date): Promise<void> {
  const { customers, identifiers, consents, events } = rowsOf(shop, at.getTime());
  await tx.execute(sql`
    insert into products (workspace_id, sku, name, category, price, stock, url, updated_at)
    select ${workspaceId}, p.sku, p.name, p.category, p.price, p.stock, p.url, ${at}
    from json_to_recordset(${given(shop.catalogue)}) as p (
      sku text, name text, category text, price integer, stock integer, url text)`);
  for (const part of partsOf(customers, ROWS_PER_STATEMENT)) {
    await tx.execute(sql`
      insert into customers (workspace_id, id, lane, attributes, created_at)
      select ${workspaceId}, c.id, c.lane, c.attributes, c."createdAt"
      from json_to_recordset(${given(part)}) as c (
        id text, lane smallint, attributes jsonb, "createdAt" timestamptz)`);
  }
  for (const part of partsOf(identifiers, ROWS_PER_STATEMENT)) {
    await tx.execute(sql`
      insert into identifiers (workspace_id, kind, value, customer_id, created_at)
      select ${workspaceId}, i.kind, i.value, i."customerId", i."createdAt"
      from json_to_recordset(${given(part)}) as i (
        kind text, value text, "customerId" text, "createdAt" timestamptz)`);
  }
  for (const part of partsOf(consents, ROWS_PER_STATEMENT)) {
    await tx.execute(sql`
      insert into consents (workspace_id, id, customer_id, channel, state, source, proof, at)
      select ${workspaceId}, c.id, c."customerId", c.channel, c.state, c.source, '{"wording":"2024-05"}', c.at
      from json_to_recordset(${given(part)}) as c (
        id text, "customerId" text, channel text, state text, source text, at timestamptz)`);
  }
  for (const part of partsOf(events, EVENTS_PER_STATEMENT)) await insertEvents(tx, workspaceId, part);
  await tx.execute(sql`
    update lanes set cursor = (select max(seq) from events where workspace_id = ${workspaceId})
    where workspace_id = ${workspaceId}`);
}

async function insertEvents(tx: Tx, workspaceId: Id<'wsp'>, part: readonly EventRow[]): Promise<void> {
  await tx.execute(sql`
    insert into events (workspace_id, lane, customer_id, source, message_id, body_hash, type, name, properties, traits,
      context, occurred_at, received_at)
    select ${workspaceId}, e.l, e.c, 'history', e.m, e.m, e.t, e.n, e.p, e.a, e.x, e.o, e.o
    from json_to_recordset(${given(part.map(compact))}) as e (
      l smallint, c text, m text, t text, n text, p jsonb, a jsonb, x jsonb, o timestamptz)`);
}

function compact({ lane, customerId, messageId, event }: EventRow) {
  return {
    l: lane,
    c: customerId,
    m: messageId,
    t: event.type,
    n: storedName(event),
    p: storedProperties(event),
    a: event.traits,
    x: event.context,
    o: new Date(event.at).toISOString(),
  };
}

function* partsOf<Row>(rows: readonly Row[], size: number): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}
