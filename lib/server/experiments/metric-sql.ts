// What a metric counts and adds up, as pieces of a query over events `e`.
import { type SQL, sql } from 'drizzle-orm';
import type { Metric } from '@/lib/core/experiment/design';

const ORDER = 'Order Completed';
const REFUND = 'Order Refunded';

/** Names of the events to read: an order's worth is less what was refunded of it. */
export function metricEvents({ event, measure }: Metric): string[] {
  return measure === 'sum' && event === ORDER ? [event, REFUND] : [event];
}

/** Whether the event is a conversion. */
export const isHit = ({ event }: Metric): SQL => sql`e.name = ${event}`;

/** What the event adds to its customer's value; what is no number adds nothing. */
export function worthOf({ property }: Pick<Metric, 'property'>): SQL {
  return sql`case when jsonb_typeof(e.properties -> ${property}) = 'number'
    then (e.properties ->> ${property})::float8 * case when e.name = ${REFUND} then -1 else 1 end else 0 end`;
}
