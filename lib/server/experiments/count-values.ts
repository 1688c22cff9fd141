// Counts the people of a phase by arm: what each did in the window, what they did before, and the moments of both.
import { type SQL, sql } from 'drizzle-orm';
import type { Metric } from '@/lib/core/experiment/design';
import type { SecondaryStatistics } from '@/lib/core/experiment/look-statistics';
import type { PhaseDesign } from '@/lib/core/experiment/phase-design';
import { rows, type Tx } from '../db/transaction';
import { baseOf, hasDone, isHit, isLeftOut, readEvents, worthOf } from './metric-sql';
import { exposedPeople, type PhaseRef, windowOf } from './phase-ref';

/** Rare large orders would drown everything else: what lies above this share of all people counts as much as it does. */
const CAP_AT = 0.999;

export type ArmValues = SecondaryStatistics['arms'][number] & {
  readonly cell: string;
  readonly exposed: number;
  readonly matured: number;
  readonly cap: number;
  /** Events in another currency, which are in no sum. */
  readonly leftOut: number;
};

interface Row extends Omit<ArmValues, 'second'> {
  readonly meanX: number;
  readonly varianceX: number;
  readonly covariance: number;
  readonly withX: number;
}

/** Arms that send at different times, and one look that is final, are judged by people whose window is over. */
function countsMaturedOnly({ mode, differs, countedFrom }: PhaseDesign): boolean {
  return mode === 'test-then-send' || (differs === 'send-time' && countedFrom === 'split');
}

/**
 * @param cells a query over the people `f` that gives (cell, customer_id), to count them by; left out, they are one cell
 * @returns a row for each cell and arm that somebody is in. The cap is that of everybody.
 */
export async function countValues(
  tx: Tx,
  ref: PhaseRef,
  design: PhaseDesign,
  metric: Metric,
  at: Date,
  cells: SQL = sql`select '' as cell, customer_id from f`,
): Promise<ArmValues[]> {
  const isCounted = countsMaturedOnly(design) ? sql`matured` : sql`true`;
  const found = await rows<Row>(
    tx,
    sql`
      with ${exposedPeople(ref, at)},
      ${firstValue(ref, design, metric, at)},
      ${secondValue(ref, metric)},
      top as (
        select coalesce(percentile_cont(${CAP_AT}) within group (order by v), 0)::float8 as cap,
          coalesce(percentile_cont(${CAP_AT}) within group (order by x), 0)::float8 as cap_x
        from y where ${isCounted}),
      counted as (
        select y.*, c.cell, least(v, top.cap) as vc, ${metric.measure === 'ratio' ? sql`x` : sql`least(x, top.cap_x)`} as xc
        from y join (${cells}) c on c.customer_id = y.customer_id cross join top)
      select cell, arm, count(*) as exposed, count(*) filter (where matured) as matured,
        count(*) filter (where ${isCounted}) as counted,
        count(*) filter (where ${isCounted} and ${hasDone(metric)}) as converted,
        ${moment(sql`avg(vc)`, isCounted)} as mean, ${moment(sql`var_samp(vc)`, isCounted)} as variance,
        ${moment(sql`avg(xc)`, isCounted)} as "meanX", ${moment(sql`var_samp(xc)`, isCounted)} as "varianceX",
        ${moment(sql`covar_samp(vc, xc)`, isCounted)} as covariance,
        count(*) filter (where ${isCounted} and x <> 0) as "withX",
        (coalesce(sum(others) filter (where ${isCounted}), 0))::int as "leftOut", (select cap from top) as cap
      from counted group by cell, arm order by cell, arm`,
  );
  return found.map((row) => valuesOf(row, metric));
}

const moment = (of: SQL, isCounted: SQL) => sql`coalesce(${of} filter (where ${isCounted}), 0)::float8`;

/** `z`: what each person did in the window, and what it is worth. */
function firstValue(ref: PhaseRef, design: PhaseDesign, metric: Metric, at: Date): SQL {
  const end = sql`f.t0 + ${windowOf(design)}`;
  return sql`
    z as (
      select f.customer_id, f.arm, ${end} <= ${at} as matured,
        count(e.seq) filter (where ${isHit(metric)}) as hits, coalesce(sum(${worthOf(metric, ref.workspaceId)}), 0)::float8 as v,
        coalesce(sum(${baseOf(metric, ref.workspaceId)}), 0)::float8 as base,
        count(e.seq) filter (where ${isLeftOut(metric, ref.workspaceId)}) as others
      from f left join events e on e.workspace_id = ${ref.workspaceId} and e.customer_id = f.customer_id
        and e.name = any (${sql.param(readEvents(metric))}::text[])
        and e.occurred_at >= f.t0 and e.occurred_at < ${end} and e.occurred_at <= ${at}
      where f.arms = 1 group by f.customer_id, f.arm, f.t0)`;
}

/** `y`: with x, the times a ratio is for, or what the same people did in the four weeks before. */
function secondValue({ workspaceId }: PhaseRef, metric: Metric): SQL {
  if (metric.measure !== 'sum')
    return sql`y as materialized (select customer_id, arm, matured, hits, v, others, base as x from z)`;
  return sql`
    h as (
      select f.customer_id, sum(${worthOf(metric, workspaceId)})::float8 as x
      from f join events e on e.workspace_id = ${workspaceId} and e.customer_id = f.customer_id
        and e.name = any (${sql.param(readEvents(metric))}::text[])
        and e.occurred_at >= f.t0 - interval '28 days' and e.occurred_at < f.t0
      where f.arms = 1 group by f.customer_id),
    y as materialized (
      select z.customer_id, arm, matured, hits, v, others, coalesce(h.x, 0) as x from z left join h on h.customer_id = z.customer_id)`;
}

function valuesOf({ meanX, varianceX, covariance, withX, ...row }: Row, { measure }: Metric): ArmValues {
  const second = { mean: meanX, variance: varianceX, covariance, people: withX };
  return { ...row, second: measure === 'converted' ? null : second };
}
