// The months of a span of the holdout: the first begins with the span, the others with the calendar's months.
import { addPeriods, beginsAt, type PeriodStart, periodOf } from '@/lib/core/retention/period';
import type { SpanQuestion } from './span-sql';

export interface SpanMonth {
  readonly month: PeriodStart;
  readonly from: Date;
  readonly until: Date;
}

/** Oldest first; the last one ends with the span, or with what is known of it. */
export function spanMonths({ startedAt, until }: Pick<SpanQuestion, 'startedAt' | 'until'>, zone: string) {
  const months: SpanMonth[] = [];
  let month = periodOf(startedAt.getTime(), 'month', zone);
  for (let from = startedAt; ; ) {
    const next = addPeriods(month, 'month', 1);
    const end = new Date(beginsAt(next, zone));
    if (end >= until) return [...months, { month, from, until }];
    months.push({ month, from, until: end });
    [month, from] = [next, end];
  }
}
