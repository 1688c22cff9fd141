// Customers as lists show them: one statement for any number of them.
import { type SQL, sql } from 'drizzle-orm';
import type { CustomerSummary, Identifier } from '@/lib/core/api/customer';
import { customerLabel, isAnonymous } from '@/lib/core/customer/label';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { rows, type Tx } from '../db/transaction';

interface Row {
  id: Id<'cus'>;
  attributes: JsonObject;
  identifiers: Identifier[] | null;
  lastSeenAt: Date | null;
  createdAt: Date;
}

/** Somebody may have used a thousand browsers; nobody reads a thousand identifiers. */
const MOST_IDENTIFIERS = 50;

/** @param chosen a query of customers, already filtered, ordered and limited. */
export async function customerSummaries(
  tx: Tx,
  chosen: SQL,
): Promise<(CustomerSummary & { attributes: JsonObject })[]> {
  const found = await rows<Row>(
    tx,
    sql`
      with chosen as (${chosen})
      select c.id, c.attributes, c.created_at as "createdAt",
        (select json_agg(json_build_object('kind', i.kind, 'value', i.value) order by i.kind, i.value) from (
          select kind, value from identifiers
          where workspace_id = c.workspace_id and customer_id = c.id limit ${MOST_IDENTIFIERS}
        ) i) as identifiers,
        (select max(least(e.occurred_at, e.received_at)) from events e
          where e.workspace_id = c.workspace_id and e.customer_id = c.id
            and e.type <> 'signal' and e.lane >= 0) as "lastSeenAt"
      from chosen c
      order by c.created_at desc, c.id desc`,
  );
  return found.map((row) => {
    const identifiers = row.identifiers ?? [];
    return {
      id: row.id,
      label: customerLabel(row.attributes, identifiers, row.id),
      isAnonymous: isAnonymous(identifiers),
      identifiers,
      lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      attributes: row.attributes,
    };
  });
}
