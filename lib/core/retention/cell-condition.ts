// The people behind a cell as an ordinary condition, where one can say it: then they can be saved as a segment that lives on.
import type { Condition, EventTest } from '../condition/condition';
import type { RetentionDefinition, RetentionEvent } from './definition';
import { columnsOf } from './matrix';
import { addPeriods, type PeriodStart, periodOfDate } from './period';

export interface RetentionCellRef {
  /** The first day of the cohort's period; null for all cohorts of the average row together. */
  readonly period: PeriodStart | null;
  readonly column: number;
  readonly who: 'returned' | 'missing' | 'everybody';
  /** One side of a split; null for everybody. */
  readonly group: string | null;
}

/**
 * elapsed: conditions know the calendar, not each person's own clock. group: nor who was in a group back then.
 * period-zero: nor what came after something else on the same day. average: nor many cohorts, each with periods of its own.
 * waited: nor how long after the very first order the second came.
 */
export type Inexpressible = 'elapsed' | 'group' | 'period-zero' | 'average' | 'waited';

/**
 * "Did the start event in these days, and not before; and did the return event in those days." Days are the workspace's,
 * as cohorts are. As time goes by the segment follows late events, and an open period, like the report does.
 */
export function cellCondition(
  definition: RetentionDefinition,
  cell: RetentionCellRef,
): Condition | Inexpressible {
  const { start, returns, clock, unit, measure, cohort } = definition;
  const { period } = cell;
  if (period === null) return 'average';
  if (cell.group !== null) return 'group';
  const { first, last } = columnsOf(definition)[cell.column] ?? { first: 0, last: 0 };
  const isWhole = cell.who === 'everybody' || (first === 0 && measure !== 'brackets');
  if (clock === 'elapsed' && !isWhole) return 'elapsed';
  const dayOf = (count: number) => addPeriods(period, unit, count);
  const began: Condition[] = [did(start, dayOf(0), dayBefore(dayOf(1)))];
  if (cohort === 'first-time') began.push(didNot(start, '', dayBefore(dayOf(0))));
  if (isWhole) return { type: 'all', of: began };
  if (first === 0) return 'period-zero';
  const back = did(returns, dayOf(first), measure === 'on-or-after' ? '' : dayBefore(dayOf(last + 1)));
  return {
    type: 'all',
    of: [...began, cell.who === 'returned' ? back : { type: 'none', of: [back] }],
  };
}

function did({ event, where }: RetentionEvent, from: string, to: string): EventTest {
  const counted = { operator: 'at-least', count: 1 } as const;
  return { type: 'event', event, where, ...counted, within: null, between: { from, to }, sinceEntry: false };
}

function didNot(event: RetentionEvent, from: string, to: string): EventTest {
  return { ...did(event, from, to), operator: 'equals', count: 0 };
}

const dayBefore = (date: string): string => addPeriods(periodOfDate(date, 'day'), 'day', -1);
