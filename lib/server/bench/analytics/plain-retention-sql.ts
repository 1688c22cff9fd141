// Monthly retention as an analyst would write it for this one question: first order ever, ordered again in a later month.
import { type SQL, sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';

interface Asked {
  readonly workspaceId: Id<'wsp'>;
  readonly zone: string;
  readonly from: string;
  readonly until: string;
  readonly asOf: string;
}

/** @returns (cohort, k, size, returned) */
export function plainRetentionSql({ workspaceId, zone, from, until, asOf }: Asked): SQL {
  const month = (instant: SQL) => sql`date_trunc('month', ${instant} at time zone ${zone}::text)::date`;
  const orders = sql`workspace_id = ${workspaceId} and name = 'Order Completed' and type <> 'signal'
    and occurred_at <= ${asOf}::timestamptz`;
  return sql`
    with a as (
      select customer_id, min(occurred_at) as t0 from events where ${orders} group by customer_id),
    c as (
      select customer_id, t0, ${month(sql`t0`)} as cohort from a
      where ${month(sql`t0`)} >= ${from}::date and ${month(sql`t0`)} < ${until}::date),
    r as (
      select distinct c.cohort, e.customer_id, ${month(sql`e.occurred_at`)} as month
      from c join events e on e.customer_id = c.customer_id and e.occurred_at > c.t0
      where e.workspace_id = ${workspaceId} and e.name = 'Order Completed' and e.type <> 'signal'
        and e.occurred_at <= ${asOf}::timestamptz),
    n as (select cohort, count(*) as size from c group by cohort)
    select n.cohort::text as cohort, 
      (12 * (extract(year from r.month) - extract(year from n.cohort))
        + extract(month from r.month) - extract(month from n.cohort))::int as k,
      n.size::int as size, count(r.customer_id)::int as returned
    from n left join r on r.cohort = n.cohort
    group by n.cohort, k, n.size`;
}
