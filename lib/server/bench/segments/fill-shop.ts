// A shop of any size put straight into the tables: customers with attributes, and a year of what they did, all of it worked.
import { sql } from 'drizzle-orm';
import { laneOf } from '@/lib/core/hash';
import { now } from '../../clock';
import { asSystem, type Tx } from '../../db/transaction';
import type { BenchShop } from '../bench-shop';

export interface Size {
  readonly customers: number;
  readonly events: number;
}

const PORTION = 20_000;
const EVENT_PORTION = 500_000;

export async function fillShop(
  { actor: { workspaceId } }: BenchShop,
  { customers, events }: Size,
): Promise<void> {
  for (let start = 0; start < customers; start += PORTION) {
    const ids = Array.from(
      { length: Math.min(PORTION, customers - start) },
      (_, index) => `cus_${start + index}`,
    );
    const lanes = ids.map(laneOf);
    await asSystem((tx) =>
      tx.execute(sql`
        insert into customers (workspace_id, id, lane, attributes, created_at)
        select ${workspaceId}, x.id, x.lane, jsonb_build_object(
            'country', (array['ES', 'FR', 'DE', 'IT', 'CZ'])[1 + x.n % 5], 'plan', (array['free', 'pro', 'team'])[1 + x.n % 3],
            'points', x.n % 1000, 'subscribed', x.n % 4 = 0, 'city', 'City ' || x.n % 200,
            'born', to_char(date '1960-01-01' + (x.n % 15000)::int, 'YYYY-MM-DD')), ${now()}
        from (
          select i.id, i.lane, ${start}::bigint + i.place - 1 as n
          from rows from (unnest(${sql.param(ids)}::text[]), unnest(${sql.param(lanes)}::smallint[]))
            with ordinality as i (id, lane, place)) x`),
    );
  }
  for (let start = 0; start < events; start += EVENT_PORTION)
    await asSystem((tx) =>
      addEvents(tx, workspaceId, { customers, start, count: Math.min(EVENT_PORTION, events - start) }),
    );
  await asSystem(async (tx) => {
    await tx.execute(sql`
      update lanes set cursor = (select coalesce(max(seq), 0) from events where workspace_id = ${workspaceId})
      where workspace_id = ${workspaceId}`);
  });
  await asSystem((tx) => tx.execute(sql`analyze customers`));
  await asSystem((tx) => tx.execute(sql`analyze events`));
}

/** Numbers that look like chance and are the same every time. */
function addEvents(
  tx: Tx,
  workspaceId: string,
  { customers, start, count }: { readonly customers: number; readonly start: number; readonly count: number },
): Promise<unknown> {
  return tx.execute(sql`
    insert into events (workspace_id, lane, customer_id, source, message_id, body_hash, type, name, properties, traits,
      context, occurred_at, received_at)
    select ${workspaceId}, -1, 'cus_' || g.h % ${customers}, 'bench', 'old-' || g.n, '', 'track',
      (array['Product Viewed', 'Product Viewed', 'Product Viewed', 'Product Viewed', 'Product Viewed', 'Product Viewed',
        'Signed In', 'Signed In', 'Email Clicked', 'Order Completed'])[1 + g.h / 7 % 10],
      jsonb_build_object('total', g.h % 200, 'category', 'Category ' || g.h % 20), '{}', '{}', g.at, g.at
    from (
      select n, abs(hashint8(n)::bigint) as h,
        ${now()}::timestamptz - make_interval(secs => abs(hashint8(n * 31 + 7)::bigint) % 31536000) as at
      from generate_series(${start}::bigint, ${start + count - 1}::bigint) as n) g`);
}
