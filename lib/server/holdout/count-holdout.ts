// Counts a span of the holdout month by month, each month by itself and everything until its end, in one statement.
import { sql } from 'drizzle-orm';
import type { HoldoutCount } from '@/lib/core/experiment/holdout-figures';
import { rows, type Tx } from '../db/transaction';
import { isOrder, isOurs, revenueOf, type SpanQuestion, spanDeeds, spanPeople } from './span-sql';

/** Rare large orders would drown everything else: what one in a thousand people brought most counts as the least of theirs. */
const CUT = 0.001;

type View = 'in' | 'until';

interface Row extends HoldoutCount {
  readonly view: View | 'people' | 'both' | 'others';
  /** The month, from 1. */
  readonly k: number;
  readonly isHeld: boolean;
  readonly cap: number;
}

export interface HoldoutCounts {
  /** @param month from 1 */
  of(
    view: View,
    month: number,
  ): {
    readonly heldOut: HoldoutCount;
    readonly treated: HoldoutCount;
    readonly cap: number | null;
  };
  /** Left out because they have been on both sides. */
  readonly bothSides: number;
  /** Orders that brought nothing because they are in another currency, or without an amount. */
  readonly leftOut: number;
}

const NONE = { people: 0, converted: 0, active: 0, mean: 0, variance: 0 };

/** @param months when each begins, the first with the span itself */
export async function countHoldout(
  tx: Tx,
  question: SpanQuestion,
  months: readonly Date[],
): Promise<HoldoutCounts> {
  const found = await rows<Row>(tx, statement(question, months));
  const side = (view: View, month: number, isHeld: boolean): HoldoutCount => {
    const own = found.find((row) => row.view === view && row.k === month && row.isHeld === isHeld);
    return { ...(own ?? NONE), people: total('people', (row) => row.k <= month && row.isHeld === isHeld) };
  };
  const total = (view: Row['view'], wanted: (row: Row) => boolean) =>
    found.reduce((sum, row) => (row.view === view && wanted(row) ? sum + row.people : sum), 0);
  return {
    of: (view, month) => ({
      heldOut: side(view, month, true),
      treated: side(view, month, false),
      cap: found.find((row) => row.view === view && row.k === month && row.cap > 0)?.cap ?? null,
    }),
    bothSides: total('both', () => true),
    leftOut: total('others', () => true),
  };
}

/**
 * The cap is the 99.9th percentile of all people of both sides, zeros included, with a return as 0, found from the top; where fewer than
 * one in a thousand brought anything it would be 0, and nothing is cut.
 */
function statement(question: SpanQuestion, months: readonly Date[]) {
  const monthOf = (at: ReturnType<typeof sql>) =>
    sql`width_bucket(${at}, ${sql.param(months.map((month) => month.toISOString()))}::timestamptz[])`;
  return sql`
    with recursive ${spanPeople(question)},
    deed as materialized (
      select p.id, p.is_held, ${monthOf(sql`e.occurred_at`)} as k, count(*) filter (where ${isOrder}) as orders,
        sum(${revenueOf(question)})::float8 as v,
        count(*) filter (where ${isOrder} and ${isOurs(question.currency)} is not true) as others
      from ${spanDeeds(question)} group by 1, 2, 3),
    told as materialized (
      select 'in' as view, k, id, is_held, orders, v from deed
      union all
      select 'until', g.k, id, is_held, sum(orders), sum(v) from deed
      join generate_series(1, ${months.length}::int) g (k) on g.k >= deed.k group by g.k, id, is_held),
    size as (
      select g.k, sum(s.people) as people from (
        select ${monthOf(sql`t0`)} as k, count(*) as people from person where not is_both group by 1) s
      join generate_series(1, ${months.length}::int) g (k) on g.k >= s.k group by g.k),
    ranked as (
      select view, k, v, row_number() over (partition by view, k order by v desc) - 1 as place, (people - 1) * ${CUT}::float8 as cut
      from told join size using (k) where v > 0),
    cap as (
      select view, k, sum(v * case when place = floor(cut) then 1 - cut + floor(cut) else cut - floor(cut) end) as cap
      from ranked where place in (floor(cut), floor(cut) + 1) group by view, k)
    select view, k::int as k, is_held as "isHeld", 0::int as people, count(*)::int as active,
      (count(*) filter (where orders > 0))::int as converted, avg(least(v, cap))::float8 as mean,
      coalesce(var_samp(least(v, cap)), 0)::float8 as variance, coalesce(max(cap), 0)::float8 as cap
    from told left join cap using (view, k) group by view, k, is_held
    union all
    select case when is_both then 'both' else 'people' end, ${monthOf(sql`t0`)}, is_held, count(*)::int, 0, 0, 0, 0, 0
    from person group by 1, 2, 3
    union all
    select 'others', 1, false, coalesce(sum(others), 0)::int, 0, 0, 0, 0, 0 from deed`;
}
