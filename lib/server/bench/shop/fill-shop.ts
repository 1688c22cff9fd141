// A shop of any size put straight into the tables: customers with attributes, and two years of what they did, all of it worked.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { now } from '../../clock';
import { asSystem, rows, type Tx } from '../../db/transaction';
import { runtime } from '../../runtime';

export interface Size {
  readonly customers: number;
  readonly events: number;
}

const PORTION = 500_000;
/** Portions that are made at once, where the database has more than one session. */
const SESSIONS = 2;

interface Index {
  readonly name: string;
  readonly definition: string;
}

export async function fillShop(workspaceId: Id<'wsp'>, { customers, events }: Size): Promise<void> {
  await asSystem((tx) => addCustomers(tx, workspaceId, customers));
  // Sorting all of it once is many times faster than finding each event its place.
  const indexes = await asSystem(dropIndexes);
  const starts = Array.from({ length: Math.ceil(events / PORTION) }, (_, index) => index * PORTION);
  const work = async () => {
    for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
      const portion = { customers, start, count: Math.min(PORTION, events - start) };
      await asSystem((tx) => addEvents(tx, workspaceId, portion));
    }
  };
  await Promise.all(Array.from({ length: SESSIONS }, work));
  for (const { definition } of indexes) await asSystem((tx) => createIndex(tx, definition));
  await asSystem((tx) =>
    tx.execute(sql`
      update lanes set cursor = (select coalesce(max(seq), 0) from events where workspace_id = ${workspaceId})
      where workspace_id = ${workspaceId}`),
  );
  await runtime().pool.query('vacuum analyze events');
  await runtime().pool.query('vacuum analyze customers');
}

async function dropIndexes(tx: Tx): Promise<Index[]> {
  const found = await rows<Index>(
    tx,
    sql`
      select i.indexname as name, i.indexdef as definition from pg_indexes i
      where i.tablename = 'events' and not exists (select from pg_constraint c where c.conname = i.indexname)`,
  );
  for (const { name } of found) await tx.execute(sql`drop index ${sql.identifier(name)}`);
  return found;
}

async function createIndex(tx: Tx, definition: string): Promise<void> {
  await tx.execute(sql`select set_config('maintenance_work_mem', '1GB', true)`);
  await tx.execute(sql.raw(definition));
}

function addCustomers(tx: Tx, workspaceId: string, customers: number): Promise<unknown> {
  return tx.execute(sql`
    insert into customers (workspace_id, id, lane, attributes, created_at)
    select ${workspaceId}, 'cus_' || n, n % 16, jsonb_build_object(
        'country', (array['ES', 'FR', 'DE', 'IT', 'CZ'])[1 + n % 5], 'plan', (array['free', 'pro', 'team'])[1 + n % 3],
        'points', n % 1000, 'subscribed', n % 4 = 0, 'city', 'City ' || n % 200,
        'born', to_char(date '1960-01-01' + n % 15000, 'YYYY-MM-DD')), ${now()}
    from generate_series(0, ${customers - 1}::int) as n`);
}

/** Numbers that look like chance and are the same every time. Whoever comes often comes often. */
function addEvents(
  tx: Tx,
  workspaceId: string,
  { customers, start, count }: { readonly customers: number; readonly start: number; readonly count: number },
): Promise<unknown> {
  return tx.execute(sql`
    insert into events (workspace_id, lane, customer_id, source, message_id, body_hash, type, name, properties, traits,
      context, occurred_at, received_at)
    select ${workspaceId}, g.c % 16, 'cus_' || g.c, 'bench', 'old-' || g.n, '', 'track',
      (array['Product Viewed', 'Product Viewed', 'Product Viewed', 'Product Viewed', 'Product Viewed',
        'Signed In', 'Signed In', 'Email Clicked', 'Order Completed', 'Order Completed'])[1 + g.h % 10],
      jsonb_build_object('total', g.h % 200, 'category', 'Category ' || g.h / 10 % 20), '{}', '{}', g.at, g.at
    from (
      select n, abs(hashint8(n)::bigint) as h,
        floor(${customers}::int * power((hashint8(n * 17 + 3) & 1048575) / 1048576.0, 1.5))::int as c,
        ${now()}::timestamptz - (1 + (hashint8(n * 31 + 7) & 1073741823) % 63072000) * interval '1 second' as at
      from generate_series(${start}::bigint, ${start + count - 1}::bigint) as n) g`);
}
