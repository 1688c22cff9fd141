// The people of a holdout's span as everything that counts sees them: since when, on which side, and what they ordered since.
import { type SQL, sql } from 'drizzle-orm';
import { hexBelow } from '@/lib/core/hex-below';
import type { Id } from '@/lib/core/id';
import { type HoldoutDraw, holdoutSalt } from '@/lib/core/policy/holdout';

export interface SpanQuestion extends HoldoutDraw {
  readonly workspaceId: Id<'wsp'>;
  readonly startedAt: Date;
  /** The end of the span, or now: what came later is not counted. */
  readonly until: Date;
  readonly currency: string;
}

const ORDER = 'Order Completed';
const REFUND = 'Order Refunded';

/**
 * `person` (id, t0, is_held, is_both), begun by `with recursive`: everybody known by then, counted from the span's start or from when they
 * were first seen. Drawn as the sender draws: by the first address, else by the profile. Who was made one of profiles with addresses on
 * both sides has been on both, and counts on neither.
 */
export function spanPeople({ workspaceId, draw, percent, startedAt, until }: SpanQuestion): SQL {
  const isDrawn = (of: SQL) =>
    sql`(md5(${holdoutSalt(workspaceId, draw)}::text || ${of}) collate "C" < ${hexBelow(percent)})`;
  return sql`
    gone as (
      select merged_into as id, created_at from customers where workspace_id = ${workspaceId} and merged_into is not null
      union all
      select c.merged_into, gone.created_at from gone
      join customers c on c.workspace_id = ${workspaceId} and c.id = gone.id and c.merged_into is not null),
    merged as (select id, min(created_at) as created_at from gone group by id),
    address as (
      select distinct on (customer_id) customer_id, value from identifiers
      where workspace_id = ${workspaceId} and kind = 'email' order by customer_id, created_at, value),
    drawn as (
      select c.id, m.id is not null as is_merged, ${isDrawn(sql`coalesce(a.value, c.id)`)} as is_held,
        greatest(least(c.created_at, m.created_at), ${startedAt}) as t0
      from customers c left join merged m on m.id = c.id left join address a on a.customer_id = c.id
      where c.workspace_id = ${workspaceId} and c.merged_into is null),
    person as materialized (
      select id, t0, is_held, is_merged and exists (
          select from identifiers i where i.workspace_id = ${workspaceId} and i.customer_id = drawn.id and i.kind = 'email'
            and ${isDrawn(sql`i.value`)} <> is_held) as is_both
      from drawn where t0 < ${until})`;
}

/** From where, and of whom: orders and refunds of `person` p as events e, on either side. */
export function spanDeeds({ workspaceId, until }: SpanQuestion): SQL {
  return sql`
    person p join events e on e.workspace_id = ${workspaceId} and e.customer_id = p.id and e.name in (${ORDER}, ${REFUND})
      and e.type <> 'signal' and e.occurred_at >= p.t0 and e.occurred_at < ${until}
    where not p.is_both`;
}

export const isOrder = sql`e.name = ${ORDER}`;

/** What an order is worth, less what a refund takes back; in another currency nothing. */
export function revenueOf({ currency }: Pick<SpanQuestion, 'currency'>): SQL {
  return sql`case when ${isOurs(currency)} then (e.properties ->> 'total')::float8
    * case e.name when ${ORDER} then 1 else -1 end else 0 end`;
}

export const isOurs = (currency: string): SQL => sql`(jsonb_typeof(e.properties -> 'total') = 'number'
  and coalesce(upper(e.properties ->> 'currency'), ${currency}) = ${currency})`;
