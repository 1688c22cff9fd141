// Whom changes in the catalogue concern, found in one slice of what customers did.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Product } from '@/lib/core/products/complete-product';
import { rows, type Tx } from '../db/transaction';
import type { Interest } from './live-interests';

export interface Concerned {
  readonly changeId: Id<'chg'>;
  readonly kind: Interest['kind'];
  readonly before: Product;
  readonly after: Product;
  readonly journeyId: Id<'jrn'>;
  readonly nodeId: Id<'nod'>;
  readonly customerId: Id<'cus'>;
}

interface Asked {
  readonly changeIds: readonly Id<'chg'>[];
  readonly interests: readonly Interest[];
  /** The slice: so many events behind this number. */
  readonly after: number;
  readonly limit: number;
}

export interface Slice {
  readonly concerned: readonly Concerned[];
  /** The number of the slice's last event. */
  readonly last: number;
  /** Whether no event lies behind it. */
  readonly isLast: boolean;
}

type Row = { last: number | null; count: number } & (Concerned | { changeId: null });

/**
 * One statement, so that the slice and what is found in it are of one moment: an event that a merge numbers anew is in this
 * slice or in a later one.
 */
export async function concernedCustomers(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  { changeIds, interests, after, limit }: Asked,
): Promise<Slice> {
  const found = await rows<Row>(
    tx,
    sql`
      with slice as materialized (
        select seq from events where workspace_id = ${workspaceId} and seq > ${after} order by seq limit ${limit}),
      ends as (select max(seq) as last, count(*)::int as count from slice),
      interest as materialized (
        select * from json_to_recordset(${JSON.stringify(interests)}::json) as i (
          "journeyId" text, "nodeId" text, kind text, event text, path text[], "withinDays" float8)),
      change as materialized (
        select id, sku, kind, before, after, at from product_changes
        where workspace_id = ${workspaceId} and id = any (${sql.param([...changeIds])}::text[])),
      did as materialized (
        select e.customer_id, e.occurred_at, i."journeyId", i."nodeId", i.kind, i."withinDays",
          e.properties #>> i.path as sku
        from ends cross join interest i
        join events e on e.workspace_id = ${workspaceId} and e.seq > ${after} and e.seq <= ends.last
          and e.name = i.event and e.type <> 'signal'),
      concerned as (
        select distinct c.id, d."journeyId", d."nodeId", d.customer_id
        from did d join change c on c.sku = d.sku and c.kind = d.kind
          and d.occurred_at <= c.at and d.occurred_at > c.at - d."withinDays" * interval '1 day')
      select ends.last, ends.count, f.id as "changeId", c.kind, c.before, c.after, f."journeyId", f."nodeId",
        f.customer_id as "customerId"
      from ends left join concerned f on true left join change c on c.id = f.id`,
  );
  const [first] = found;
  const concerned = found.flatMap((row) => (row.changeId === null ? [] : [row]));
  return { concerned, last: Number(first?.last ?? after), isLast: (first?.count ?? 0) < limit };
}
