// What the shop's own last 28 days say about an experiment that is being planned: who would come to it, and what they do.
import { type SQL, sql } from 'drizzle-orm';
import type { ExperimentDesign, Metric } from '@/lib/core/experiment/design';
import { estimateRatio } from '@/lib/core/experiment/estimate-ratio';
import type { PlanQuestion } from '@/lib/core/experiment/experiment-plan';
import type { Id } from '@/lib/core/id';
import { now } from '../clock';
import { rows, type Tx } from '../db/transaction';
import { baseOf, isHit, readEvents, worthOf } from './metric-sql';

const DAYS = 28;
const DAY_MS = 86_400_000;
/** Nobody varies by less than this part of the mean. */
const ROUNDING = 1e-6;

export interface Past {
  /** People who came in the last 28 days, or since there are records. */
  readonly people: number;
  readonly peoplePerDay: number;
  /** Null where nobody came: then there is nothing to plan by. */
  readonly baseline: PlanQuestion['baseline'] | null;
}

interface Row {
  readonly people: number;
  readonly firstAt: Date | null;
  readonly counted: number;
  readonly converted: number;
  readonly mean: number | null;
  readonly variance: number;
  readonly meanX: number | null;
  readonly varianceX: number;
  readonly covariance: number;
}

/** What lets people into a journey. */
export interface Entrances {
  /** Names of events. */
  readonly events: readonly string[];
  /** Segments that people come into, and segments that they fall out of. */
  readonly entered: readonly Id<'seg'>[];
  readonly left: readonly Id<'seg'>[];
}

/**
 * By the journey's own entries; where it never ran, by the events and the comings and goings of segments that would let
 * people in. Each person from the first time.
 */
export async function loadBaseline(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  journeyId: Id<'jrn'>,
  entrances: Entrances,
  { metric }: Pick<ExperimentDesign, 'metric'>,
): Promise<Past> {
  const at = now();
  const since = new Date(at.getTime() - DAYS * DAY_MS);
  const windowMs = metric.windowHours * 3_600_000;
  const [row] = await rows<Row>(
    tx,
    sql`
      with entry as (
        select customer_id, min(entered_at) as t0 from enrollments
        where workspace_id = ${workspaceId} and journey_id = ${journeyId} and entered_at > ${since} and entered_at <= ${at}
        group by customer_id),
      anchor as materialized (
        select customer_id, t0 from entry
        union all
        select e.customer_id, min(e.at) from (${movesOf(workspaceId, entrances, since, at)}) e
        where not exists (select from entry) group by e.customer_id),
      person as (
        select a.customer_id, a.t0, a.t0 + ${windowMs} * interval '1 millisecond' <= ${at} as matured,
          count(e.seq) filter (where ${isHit(metric)}) as hits, coalesce(sum(${worthOf(metric, workspaceId)}), 0)::float8 as worth,
          coalesce(sum(${baseOf(metric, workspaceId)}), 0)::float8 as base
        from anchor a left join events e on e.workspace_id = ${workspaceId} and e.customer_id = a.customer_id
          and e.name = any (${sql.param(readEvents(metric))}::text[])
          and e.occurred_at >= a.t0 and e.occurred_at < a.t0 + ${windowMs} * interval '1 millisecond' and e.occurred_at <= ${at}
        group by 1, 2),
      judged as (select * from person where matured or not exists (select from person where matured))
      select (select count(*) from anchor) as people, (select min(t0) from anchor) as "firstAt",
        count(*) as counted, count(*) filter (where hits > 0) as converted, avg(worth) as mean,
        coalesce(var_samp(worth), 0) as variance, avg(base) as "meanX", coalesce(var_samp(base), 0) as "varianceX",
        coalesce(covar_samp(worth, base), 0) as covariance
      from judged`,
  );
  return pastOf(row, metric.measure, at);
}

/** Whom a segment was filled with at its making did not come to it: that is no day's traffic. */
function movesOf(workspaceId: Id<'wsp'>, { events, entered, left }: Entrances, since: Date, at: Date): SQL {
  const within = (moment: SQL) => sql`${moment} > ${since} and ${moment} <= ${at}`;
  const ids = (segments: readonly Id<'seg'>[]) => sql`${sql.param([...segments])}::text[]`;
  const comings = (table: SQL) => sql`
    select n.customer_id, n.entered_at as at from ${table} n
    join segments s on s.workspace_id = n.workspace_id and s.id = n.segment_id
    where n.workspace_id = ${workspaceId} and n.segment_id = any (${ids(entered)}) and ${within(sql`n.entered_at`)}
      and (n.entered_at < s.created_at or n.entered_at > s.created_at + interval '1 hour')`;
  return sql`
    select customer_id, occurred_at as at from events
    where workspace_id = ${workspaceId} and name = any (${sql.param([...events])}::text[]) and ${within(sql`occurred_at`)}
    union all ${comings(sql`segment_members`)}
    union all ${comings(sql`segment_stays`)}
    union all
    select customer_id, left_at from segment_stays
    where workspace_id = ${workspaceId} and segment_id = any (${ids(left)}) and ${within(sql`left_at`)}`;
}

function pastOf(row: Row | undefined, measure: Metric['measure'], at: Date): Past {
  if (row === undefined || row.people === 0 || row.firstAt === null)
    return { people: 0, peoplePerDay: 0, baseline: null };
  const { people, firstAt, counted, converted } = row;
  const days = Math.max(1, Math.min(DAYS, (at.getTime() - firstAt.getTime()) / DAY_MS));
  const peoplePerDay = people / days;
  if (measure === 'converted')
    return { people, peoplePerDay, baseline: { kind: 'rate', rate: counted > 0 ? converted / counted : 0 } };
  const { value: mean, variance } = measure === 'ratio' ? estimateRatio(momentsOf(row)) : sumOf(row);
  return {
    people,
    peoplePerDay,
    baseline: {
      kind: 'mean',
      mean,
      sd: Math.sqrt(variance) > ROUNDING * Math.abs(mean) ? Math.sqrt(variance) : 0,
    },
  };
}

const sumOf = ({ mean, variance }: Row) => ({ value: mean ?? 0, variance });

function momentsOf({ counted, mean, variance, meanX, varianceX, covariance }: Row) {
  return { n: counted, meanY: mean ?? 0, varianceY: variance, meanX: meanX ?? 0, varianceX, covariance };
}
