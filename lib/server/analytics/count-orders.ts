// Orders as three reports need them, each in one statement: how often people order, how long they wait for the second
// order, and what each cohort has spent.
import { type SQL, sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { RetentionEvent } from '@/lib/core/retention/definition';
import type { PeriodStart } from '@/lib/core/retention/period';
import type { WaitingTally } from '@/lib/core/retention/time-to-repeat';
import type { CohortRevenue } from '@/lib/core/retention/value-curve';
import { rows, type Tx } from '../db/transaction';
import { bucketSql, eventSql } from './returns-sql';

export interface OrdersQuestion {
  readonly workspaceId: Id<'wsp'>;
  readonly order: RetentionEvent;
  readonly asOf: Date;
  /** The property that holds the gross amount, and the currency it has to be in. */
  readonly amount: string;
  readonly currency: string;
  readonly starts: readonly PeriodStart[];
  /** When each period begins, one more than there are periods. */
  readonly bounds: readonly Date[];
}

export function knownOrders({
  workspaceId,
  order,
  asOf,
}: Pick<OrdersQuestion, 'workspaceId' | 'order' | 'asOf'>): SQL {
  return sql`e.workspace_id = ${workspaceId} and e.type <> 'signal' and e.occurred_at <= ${asOf}
    and ${eventSql(order)}`;
}

/** @returns for each number of orders how many people made exactly that many */
export async function countBuyers(tx: Tx, question: OrdersQuestion): Promise<Map<number, number>> {
  const found = await rows<{ orders: number; people: number }>(
    tx,
    sql`
      select orders, count(*)::int as people
      from (select count(*)::int as orders from events e where ${knownOrders(question)} group by e.customer_id) buyer
      group by orders`,
  );
  return new Map(found.map(({ orders, people }) => [orders, people]));
}

/** @returns a query of (customer_id, first_at, second_at), the second null where there is none */
export function firstTwoSql(question: Pick<OrdersQuestion, 'workspaceId' | 'order' | 'asOf'>): SQL {
  return sql`
    select customer_id, first_at, second_at
    from (
      select e.customer_id, e.occurred_at as first_at, lead(e.occurred_at) over own as second_at,
        row_number() over own as place
      from events e where ${knownOrders(question)}
      window own as (partition by e.customer_id order by e.occurred_at, e.seq)
    ) placed
    where place = 1`;
}

/** Whole days from the first order to the second; of those who have none yet, to `asOf`. */
export function countWaits(tx: Tx, question: OrdersQuestion): Promise<WaitingTally[]> {
  return rows<WaitingTally>(
    tx,
    sql`
      select day, (count(*) filter (where second_at is not null))::int as returned,
        (count(*) filter (where second_at is null))::int as censored
      from (
        select second_at,
          floor(extract(epoch from coalesce(second_at, ${question.asOf}::timestamptz) - first_at) / 86400)::int as day
        from (${firstTwoSql(question)}) ordered
      ) waited
      group by day order by day`,
  );
}

interface RevenueRow {
  cohort: number;
  k: number;
  people: number;
  amount: number;
}

/** Of cohorts by the period of the first order ever. An order in another currency brings nothing, and is counted. */
export async function countRevenue(
  tx: Tx,
  question: OrdersQuestion,
): Promise<{ cohorts: CohortRevenue[]; leftOut: number }> {
  const { amount, currency, starts } = question;
  const value = sql`e.properties -> ${amount}::text`;
  const isNumber = sql`jsonb_typeof(${value}) = 'number'`;
  const isOurs = sql`coalesce(upper(e.properties ->> 'currency'), ${currency}) = ${currency}`;
  const found = await rows<RevenueRow & { others: number }>(
    tx,
    sql`
      select cohort, bucket - cohort as k, count(*)::int as people, coalesce(sum(amount), 0)::float8 as amount,
        sum(others)::int as others
      from (
        select customer_id, bucket, amount, others, min(bucket) over (partition by customer_id) as cohort
        from (
          select e.customer_id, ${bucketSql(sql`e.occurred_at`, question)} as bucket,
            sum(case when ${isNumber} and ${isOurs} then (${value})::numeric end) as amount,
            count(*) filter (where (${isNumber} and ${isOurs}) is not true) as others
          from events e where ${knownOrders(question)} group by 1, 2
        ) period
      ) placed
      where cohort between 1 and ${starts.length}
      group by 1, 2`,
  );
  const cohorts = starts.map((start, index): CohortRevenue => {
    const own = found.filter(({ cohort }) => cohort === index + 1);
    const at = (period: number) => own.find(({ k }) => k === period);
    const byPeriod = Array.from({ length: starts.length - index }, (_, period) => at(period)?.amount ?? 0);
    return { start, size: at(0)?.people ?? 0, byPeriod };
  });
  return { cohorts, leftOut: found.reduce((total, { others }) => total + others, 0) };
}
