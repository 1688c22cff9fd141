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

type Row = { hasMore: boolean } & (Concerned | { changeId: null });

/** Where the slice ends and what is found in it; what lies behind it is judged at the same moment as what is in it. */
export async function concernedCustomers(tx: Tx, workspaceId: Id<'wsp'>, asked: Asked): Promise<Slice> {
  const last = await endOf(tx, workspaceId, asked);
  const found = await match(tx, workspaceId, asked, last);
  const concerned = found.flatMap((row) => (row.changeId === null ? [] : [row]));
  return { concerned, last, isLast: found[0]?.hasMore !== true };
}

async function endOf(tx: Tx, workspaceId: Id<'wsp'>, { after, limit }: Asked): Promise<number> {
  const [end] = await rows<{ last: number | null }>(
    tx,
    sql`
      select max(seq) as last from (
        select seq from events where workspace_id = ${workspaceId} and seq > ${after} order by seq limit ${limit}) s`,
  );
  return Number(end?.last ?? after);
}

/**
 * An event that a merge numbers anew while the walk is under way is in this slice, or lies behind it: then there is more.
 * The bounds are given as numbers, so that the slice is read by the primary key whatever the planner knows of the table.
 */
function match(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  { changeIds, interests, after }: Asked,
  last: number,
): Promise<Row[]> {
  const names = [...new Set(interests.map(({ event }) => event))];
  return rows<Row>(
    tx,
    sql`
      with interest as materialized (
        select * from json_to_recordset(${JSON.stringify(interests)}::json) as i (
          "journeyId" text, "nodeId" text, kind text, event text, path text[], "withinDays" float8)),
      change as materialized (
        select id, sku, kind, before, after, at from product_changes
        where workspace_id = ${workspaceId} and id = any (${sql.param([...changeIds])}::text[])),
      slice as materialized (
        select customer_id, name, properties, occurred_at from events
        where workspace_id = ${workspaceId} and seq > ${after} and seq <= ${last}
          and name = any (${sql.param(names)}::text[]) and type <> 'signal'),
      concerned as (
        select distinct c.id, i."journeyId", i."nodeId", e.customer_id
        from slice e join interest i on i.event = e.name
        join change c on c.kind = i.kind and c.sku = e.properties #>> i.path
          and e.occurred_at <= c.at and e.occurred_at > c.at - i."withinDays" * interval '1 day'),
      rest as (
        select exists (select from events where workspace_id = ${workspaceId} and seq > ${last}) as "hasMore")
      select rest."hasMore", f.id as "changeId", c.kind, c.before, c.after, f."journeyId", f."nodeId",
        f.customer_id as "customerId"
      from rest left join concerned f on true left join change c on c.id = f.id`,
  );
}
