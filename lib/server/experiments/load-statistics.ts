// Counts a phase: people of one arm by the figures of the metric, in a handful of statements whatever their number.
import { sql } from 'drizzle-orm';
import type { Guardrail } from '@/lib/core/experiment/design';
import {
  type ArmStatistics,
  emptyArm,
  type LookStatistics,
  type SecondaryStatistics,
} from '@/lib/core/experiment/look-statistics';
import type { PhaseDesign } from '@/lib/core/experiment/phase-design';
import type { SharePeriod } from '@/lib/core/experiment/share-periods';
import { rows, type Tx } from '../db/transaction';
import { type ArmValues, countValues } from './count-values';
import { harmSql } from './harm-sql';
import { exposedPeople, type PhaseRef } from './phase-ref';

/** Revenue and orders, told of every experiment that brought any. */
const ORDERS = {
  event: 'Order Completed',
  measure: 'ratio',
  property: 'total',
  per: 'Order Completed',
} as const;

/** @param periods the shares that people were dealt by, in optimise mode */
export async function loadStatistics(
  tx: Tx,
  ref: PhaseRef,
  design: PhaseDesign,
  at: Date,
  periods: readonly SharePeriod[] = [],
): Promise<LookStatistics> {
  const { metric } = design;
  const arms = new Map<string, ArmStatistics>();
  const put = (arm: string, figures: Partial<ArmStatistics>) =>
    arms.set(arm, { ...(arms.get(arm) ?? emptyArm(arm)), ...figures });
  for (const { arm, ...counts } of await assignedTo(tx, ref, at)) put(arm, counts);
  const figures = await countValues(tx, ref, design, metric, at);
  for (const { arm, cap: _, cell: __, leftOut: ___, ...counts } of figures) put(arm, counts);
  const orders = await countValues(tx, ref, design, { ...metric, ...ORDERS }, at);
  for (const { arm, mean } of orders) put(arm, { revenue: mean });
  for (const { arm, ...harm } of await harmOf(tx, ref, design, at)) put(arm, { guardrails: harm });
  const [twice] = await rows<{ people: number }>(
    tx,
    sql`with ${exposedPeople(ref, at)} select count(*) as people from f where arms > 1`,
  );
  return {
    arms: [...arms.values()],
    secondary: secondaryOf(orders, metric),
    periods: await dealtIn(tx, ref, at, periods),
    leftOut: leftOutOf(metric, figures, orders),
    twoArmPeople: twice?.people ?? 0,
    cap: metric.measure === 'converted' ? null : (figures[0]?.cap ?? null),
  };
}

/** Of the metric and of orders, whose events are the same ones where the metric is of orders. */
function leftOutOf(
  { event, measure }: PhaseDesign['metric'],
  figures: readonly ArmValues[],
  orders: readonly ArmValues[],
) {
  const all = (arms: readonly ArmValues[]) => arms.reduce((sum, { leftOut }) => sum + leftOut, 0);
  return all(orders) + (measure === 'converted' || event === ORDERS.event ? 0 : all(figures));
}

/** What the metric itself is not. */
function secondaryOf(orders: readonly ArmValues[], { event, measure, property }: PhaseDesign['metric']) {
  if (orders.every(({ converted }) => converted === 0)) return [];
  const told = { converted: 'orders', sum: 'revenue', ratio: 'order-value' } as const;
  const isOfOrders = event === ORDERS.event && (measure === 'converted' || property === ORDERS.property);
  const arms = orders.map(({ arm, counted, converted, mean, variance, second }) => ({
    ...{ arm, counted, converted, mean, variance, second },
  }));
  const bare = arms.map((arm) => ({ ...arm, second: null }));
  const all: SecondaryStatistics[] = [
    { key: 'orders', arms: bare },
    { key: 'revenue', arms: bare },
    { key: 'order-value', arms },
  ];
  return all.filter(({ key }) => !isOfOrders || key !== told[measure]);
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

/** People who did, or to whom happened, what a guardrail watches, within the window. */
function harmOf(tx: Tx, ref: PhaseRef, design: PhaseDesign, at: Date) {
  const { unsubscribed, complained, bounced } = harmSql(ref, design, at);
  return rows<{ arm: string } & Record<Guardrail, number>>(
    tx,
    sql`
      with ${exposedPeople(ref, at)}
      select arm, count(*) filter (where ${unsubscribed}) as unsubscribed,
        count(*) filter (where ${complained}) as complained, count(*) filter (where ${bounced}) as bounced
      from f where arms = 1 group by arm`,
  );
}

async function dealtIn(tx: Tx, ref: PhaseRef, at: Date, periods: readonly SharePeriod[]) {
  if (periods.length === 0) return [];
  const counted = await rows<{ period: number; arm: string; people: number }>(
    tx,
    sql`
      with ${exposedPeople(ref, at)}
      select period, arm, count(*) as people from f where arms = 1 group by period, arm`,
  );
  return periods.map(({ period, shares }) => {
    const own = counted.filter((one) => one.period === period);
    return { period, shares, exposed: Object.fromEntries(own.map(({ arm, people }) => [arm, people])) };
  });
}
