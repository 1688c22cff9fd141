// Two years of a large shop, made by the database itself: few orders among much looking around, by people in no order.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { asSystem } from '../../db/transaction';

const PORTION = 1_000_000;

export async function fillShop(workspaceId: Id<'wsp'>, customers: number, events: number): Promise<void> {
  await asSystem((tx) =>
    tx.execute(sql`
      insert into customers (workspace_id, id, lane, attributes, created_at)
      select ${workspaceId}, 'cus_' || i, i % 16, '{}', '2024-01-01Z' from generate_series(1, ${customers}::int) i`),
  );
  for (let start = 0; start < events; start += PORTION) {
    const end = Math.min(events, start + PORTION);
    // Whoever comes often comes often: the square of a share leans towards the first customers.
    await asSystem((tx) =>
      tx.execute(sql`
        insert into events (workspace_id, lane, customer_id, source, message_id, body_hash, type, name, properties, traits,
          context, occurred_at, received_at)
        select ${workspaceId}, c % 16, 'cus_' || c, 'bench', i::text, '', 'track',
          case when i % 5 = 0 then 'Order Completed' else 'Product Viewed' end, '{"total":20}', '{}', '{}', at, at
        from (
          select i, 1 + (${customers}::int * power((hashint8(i) & 1048575) / 1048576.0, 1.5))::int as c,
            '2024-01-01Z'::timestamptz + (hashint8(i + 7777777) & 1048575) / 1048576.0 * interval '730 days' as at
          from generate_series(${start}::bigint + 1, ${end}::bigint) i
        ) drawn`),
    );
  }
}
