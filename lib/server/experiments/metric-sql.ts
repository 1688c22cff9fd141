// What a metric counts and adds up, as pieces of a query over events `e`.
import { type SQL, sql } from 'drizzle-orm';
import type { Metric } from '@/lib/core/experiment/design';
import type { Id } from '@/lib/core/id';

const ORDER = 'Order Completed';
const REFUND = 'Order Refunded';

/** Names of the events that make up a person's value: an order's worth is less what was refunded of it. */
function metricEvents({ event, measure }: Metric): string[] {
  return measure !== 'converted' && event === ORDER ? [event, REFUND] : [event];
}

/** And with them what stands below a ratio's line. */
export function readEvents(metric: Metric): string[] {
  return metric.measure === 'ratio' ? [...metricEvents(metric), metric.per] : metricEvents(metric);
}

/** Whether the event is a conversion. */
export const isHit = ({ event }: Metric): SQL => sql`e.name = ${event}`;

/** How much of what stands below the line the event is. One that says its sum in another currency is not below its own sum either. */
export function baseOf(metric: Metric, workspaceId: Id<'wsp'>): SQL {
  return sql`case when e.name = ${metric.per} and not ${isLeftOut(metric, workspaceId)} then 1 else 0 end`;
}

/** Whether the event would add to a sum, and says its amounts in another currency than the workspace's. */
export function isLeftOut(metric: Metric, workspaceId: Id<'wsp'>): SQL {
  if (metric.property === '') return sql`false`;
  const ours = sql`(select currency from workspaces where workspace_id = ${workspaceId})`;
  return sql`(e.name = any (${sql.param(metricEvents(metric))}::text[])
    and coalesce(upper(e.properties ->> 'currency') <> ${ours}, false))`;
}

/**
 * What the event adds to its customer's value; what is no number, or is in another currency, adds nothing. Without a
 * property each event is one.
 */
export function worthOf(metric: Metric, workspaceId: Id<'wsp'>): SQL {
  const { event, property } = metric;
  if (property === '') return sql`case when e.name = ${event} then 1 else 0 end`;
  const sign =
    event === ORDER
      ? sql`case e.name when ${ORDER} then 1 when ${REFUND} then -1 else 0 end`
      : sql`case when e.name = ${event} then 1 else 0 end`;
  return sql`case when jsonb_typeof(e.properties -> ${property}) = 'number' and not ${isLeftOut(metric, workspaceId)}
    then (e.properties ->> ${property})::float8 * ${sign} else 0 end`;
}

/** Whether somebody whose events were summed up as hits, v and x did what is measured. */
export function hasDone({ measure }: Metric): SQL {
  if (measure === 'sum') return sql`v > 0`;
  return measure === 'ratio' ? sql`x > 0` : sql`hits > 0`;
}
