// Counts a phase: people of one arm by the figures of the metric, in a handful of statements whatever their number.
import { type SQL, sql } from 'drizzle-orm';
import type { Guardrail } from '@/lib/core/experiment/design';
import { type ArmStatistics, emptyArm, type LookStatistics } from '@/lib/core/experiment/look-statistics';
import type { PhaseDesign } from '@/lib/core/experiment/phase-design';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';
import { isHit, metricEvents, worthOf } from './metric-sql';

export interface PhaseRef {
  readonly workspaceId: Id<'wsp'>;
  readonly experimentId: Id<'exp'>;
  readonly journeyId: Id<'jrn'>;
  readonly phase: number;
}

const HOUR_MS = 3_600_000;
/** Rare large orders would drown everything else: what lies above this share of all people counts as much as it does. */
const CAP_AT = 0.999;

const ORDERS = { event: 'Order Completed', measure: 'sum', property: 'total' } as const;

export async function loadStatistics(
  tx: Tx,
  ref: PhaseRef,
  design: PhaseDesign,
  at: Date,
): Promise<LookStatistics> {
  const { metric } = design;
  const arms = new Map<string, ArmStatistics>();
  const put = (arm: string, figures: Partial<ArmStatistics>) =>
    arms.set(arm, { ...(arms.get(arm) ?? emptyArm(arm)), ...figures });
  for (const { arm, ...counts } of await assignedTo(tx, ref, at)) put(arm, counts);
  const figures = await valuesOf(tx, ref, design, metric, at);
  for (const { arm, cap: _, ...counts } of figures) put(arm, counts);
  const orders = await valuesOf(tx, ref, design, { ...metric, ...ORDERS }, at);
  for (const { arm, mean } of orders) put(arm, { revenue: mean });
  for (const { arm, ...harm } of await harmOf(tx, ref, design, at)) put(arm, { guardrails: harm });
  const [twice] = await rows<{ people: number }>(
    tx,
    sql`with ${firstExposures(ref, at)} select count(*) as people from f where arms > 1`,
  );
  const cap = metric.measure === 'sum' ? (figures[0]?.cap ?? null) : null;
  return { arms: [...arms.values()], twoArmPeople: twice?.people ?? 0, cap };
}

/** `f`: everybody exposed in the phase by then, since when, and in how many arms. Counts once, from the first time. */
function firstExposures({ workspaceId, experimentId, phase }: PhaseRef, at: Date): SQL {
  return sql`f as materialized (
    select customer_id, (array_agg(arm order by exposed_at, arm))[1] as arm, min(exposed_at) as t0, count(distinct arm) as arms
    from exposures
    where workspace_id = ${workspaceId} and experiment_id = ${experimentId} and phase = ${phase} and exposed_at <= ${at}
    group by customer_id)`;
}

/** How long a conversion counts: of those counted from the split, the latest arm's wait comes on top. */
export function windowOf({ metric, leadMs }: PhaseDesign): SQL {
  return sql`${metric.windowHours * HOUR_MS + leadMs}::float8 * interval '1 millisecond'`;
}

function assignedTo(tx: Tx, { workspaceId, experimentId, phase }: PhaseRef, at: Date) {
  return rows<{ arm: string; assigned: number }>(
    tx,
    sql`
      select arm, count(*) as assigned from exposures
      where workspace_id = ${workspaceId} and experiment_id = ${experimentId} and phase = ${phase} and assigned_at <= ${at}
      group by arm`,
  );
}

type Figures = Pick<
  ArmStatistics,
  'arm' | 'exposed' | 'matured' | 'counted' | 'converted' | 'mean' | 'variance'
> & {
  readonly cap: number;
};

/** Arms that send at different times, and one look that is final, are judged by people whose window is over. */
function countsMaturedOnly({ mode, differs, countedFrom }: PhaseDesign): boolean {
  return mode === 'test-then-send' || (differs === 'send-time' && countedFrom === 'split');
}

function valuesOf(
  tx: Tx,
  ref: PhaseRef,
  design: PhaseDesign,
  metric: PhaseDesign['metric'],
  at: Date,
): Promise<Figures[]> {
  const { workspaceId } = ref;
  const isCounted = countsMaturedOnly(design) ? sql`matured` : sql`true`;
  return rows<Figures>(
    tx,
    sql`
      with ${firstExposures(ref, at)},
      y as materialized (
        select f.customer_id, f.arm, f.t0 + ${windowOf(design)} <= ${at} as matured,
          count(e.seq) filter (where ${isHit(metric)}) as hits, coalesce(sum(${worthOf(metric)}), 0)::float8 as v
        from f left join events e on e.workspace_id = ${workspaceId} and e.customer_id = f.customer_id
          and e.name = any (${sql.param(metricEvents(metric))}::text[])
          and e.occurred_at >= f.t0 and e.occurred_at < f.t0 + ${windowOf(design)} and e.occurred_at <= ${at}
        where f.arms = 1 group by f.customer_id, f.arm, f.t0),
      top as (select coalesce(percentile_cont(${CAP_AT}) within group (order by v), 0)::float8 as cap from y where ${isCounted})
      select arm, count(*) as exposed, count(*) filter (where matured) as matured,
        count(*) filter (where ${isCounted}) as counted,
        count(*) filter (where ${isCounted} and ${metric.measure === 'sum' ? sql`v > 0` : sql`hits > 0`}) as converted,
        coalesce(avg(least(v, top.cap)) filter (where ${isCounted}), 0)::float8 as mean,
        coalesce(var_samp(least(v, top.cap)) filter (where ${isCounted}), 0)::float8 as variance, top.cap
      from y cross join top group by arm, top.cap order by arm`,
  );
}

/** People who did, or to whom happened, what a guardrail watches, within the window. */
function harmOf(tx: Tx, ref: PhaseRef, design: PhaseDesign, at: Date) {
  const { workspaceId, journeyId } = ref;
  const within = (column: SQL) =>
    sql`${column} >= f.t0 and ${column} < f.t0 + ${windowOf(design)} and ${column} <= ${at}`;
  const event = (name: string) => sql`exists (
    select from events e where e.workspace_id = ${workspaceId} and e.customer_id = f.customer_id and e.name = ${name}
      and ${within(sql`e.occurred_at`)})`;
  const optOut = sql`exists (
    select from consents c where c.workspace_id = ${workspaceId} and c.customer_id = f.customer_id
      and c.state = 'opted-out' and ${within(sql`c.at`)})`;
  const failed = sql`exists (
    select from messages m where m.workspace_id = ${workspaceId} and m.customer_id = f.customer_id
      and m.journey_id = ${journeyId} and m.status = 'failed' and ${within(sql`m.created_at`)})`;
  return rows<{ arm: string } & Record<Guardrail, number>>(
    tx,
    sql`
      with ${firstExposures(ref, at)}
      select arm, count(*) filter (where ${event('Unsubscribed')} or ${optOut}) as unsubscribed,
        count(*) filter (where ${event('Email Marked as Spam')}) as complained,
        count(*) filter (where ${event('Email Bounced')} or ${failed}) as bounced
      from f where arms = 1 group by arm`,
  );
}
