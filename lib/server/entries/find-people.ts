// Who is meant by what a list or a program calls somebody, in one statement for any number of them.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';
import { normalEmail } from '../ingest/address';

export interface Named {
  /** any: our id, else a userId, else an e-mail address. */
  readonly kind: 'any' | 'customer-id' | 'user-id' | 'email';
  readonly value: string;
}

/** One answer for each name, in the same order; null where nobody is known by it. */
export async function findPeople(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  names: readonly Named[],
): Promise<(Id<'cus'> | null)[]> {
  if (names.length === 0) return [];
  const given = names.map(({ kind, value }, index) => ({ index, kind, value, email: normalEmail(value) }));
  const found = await rows<{ index: number; id: Id<'cus'> }>(
    tx,
    sql`
      select distinct on (g.index) g.index, f.id
      from json_to_recordset(${JSON.stringify(given)}::json) as g (index int, kind text, value text, email text)
      cross join lateral (
        select c.id, 0 as rank from customers c
        where c.workspace_id = ${workspaceId} and c.id = g.value and g.kind in ('any', 'customer-id')
        union all
        select i.customer_id, 1 from identifiers i
        where i.workspace_id = ${workspaceId} and i.kind = 'user-id' and i.value = g.value and g.kind in ('any', 'user-id')
        union all
        select i.customer_id, 2 from identifiers i
        where i.workspace_id = ${workspaceId} and i.kind = 'email' and i.value = g.email and g.kind in ('any', 'email')
      ) f
      order by g.index, f.rank`,
  );
  const byIndex = new Map(found.map(({ index, id }) => [index, id]));
  return names.map((_, index) => byIndex.get(index) ?? null);
}
