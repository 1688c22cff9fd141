// A retention report that is kept counted, and what it asks of the database.
import type { SQL } from 'drizzle-orm';
import type { retentionRollups } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import type { RetentionDefinition } from '@/lib/core/retention/definition';
import { addPeriods, beginsAt, periodOf, periodsBetween } from '@/lib/core/retention/period';
import type { RetentionQuestion } from '../retention-question';

export type Rollup = Pick<
  typeof retentionRollups.$inferSelect,
  | 'slot'
  | 'startEvent'
  | 'returnEvent'
  | 'cohort'
  | 'clock'
  | 'unit'
  | 'origin'
  | 'timeZone'
  | 'fillStep'
  | 'filledTo'
>;

/** Whole: every customer has been counted at least once. */
export const WHOLE = 3;

/** No kept report reaches over more periods: their bounds are part of every statement. */
export const MOST_PERIODS = 1_500;

/**
 * Whether a report is of the kind that is kept: everybody, whatever the events say. Spans need each person's periods, and
 * people in a cohort for every day would be as many rows as there are pairs of days.
 */
export function isKept({ start, returns, cohort, measure, unit, split }: RetentionDefinition): boolean {
  const isPlain = start.where.length === 0 && returns.where.length === 0 && split === null;
  return isPlain && measure !== 'brackets' && (cohort === 'first-time' || unit === 'month');
}

/**
 * The report over all of its periods up to a moment, of some people.
 * @param whom over `e.customer_id`
 */
export function rollupQuestion(
  workspaceId: Id<'wsp'>,
  { startEvent, returnEvent, cohort, clock, unit, origin, timeZone }: Rollup,
  asOf: Date,
  whom: SQL,
): RetentionQuestion {
  const count = periodsBetween(origin, periodOf(asOf.getTime(), unit, timeZone), unit) + 1;
  const starts = Array.from({ length: count }, (_, index) => addPeriods(origin, unit, index));
  const bounds = [...starts, addPeriods(origin, unit, count)].map(
    (start) => new Date(beginsAt(start, timeZone)),
  );
  const definition: RetentionDefinition = {
    ...{ start: { event: startEvent, where: [] }, returns: { event: returnEvent, where: [] } },
    ...{ cohort, clock, unit, measure: 'on', brackets: [], split: null },
    ...{ from: origin, cohorts: count, periods: count },
  };
  return { workspaceId, definition, asOf, starts, bounds, group: null, whom };
}
