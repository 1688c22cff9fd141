// What a customer has spent by their k-th month with the shop: revenue so far of a cohort by everybody in it.
import type { RetentionUnit } from './definition';
import { addPeriods, beginsAt, type PeriodStart } from './period';

/** Of one cohort: how many people, and what they spent in each period since their first order. */
export interface CohortRevenue {
  readonly start: PeriodStart;
  readonly size: number;
  /** By period from the cohort's own; missing periods brought nothing. */
  readonly byPeriod: readonly number[];
}

interface ValueCell {
  /** Gross revenue up to the end of the period for each customer of the cohort, buyers or not; null before it begins. */
  readonly perCustomer: number | null;
  readonly isComplete: boolean;
}

export interface ValueCurve {
  readonly start: PeriodStart;
  readonly size: number;
  readonly cells: readonly ValueCell[];
}

/** @param periods how many cells a curve has, the cohort's own period included */
export function valueCurve(
  { start, size, byPeriod }: CohortRevenue,
  { unit, periods, asOf, zone }: { unit: RetentionUnit; periods: number; asOf: number; zone: string },
): ValueCurve {
  let total = 0;
  const cells = Array.from({ length: periods }, (_, period): ValueCell => {
    total += byPeriod[period] ?? 0;
    const hasBegun = beginsAt(addPeriods(start, unit, period), zone) <= asOf;
    const isComplete = beginsAt(addPeriods(start, unit, period + 1), zone) <= asOf;
    return { perCustomer: hasBegun && size > 0 ? total / size : null, isComplete };
  });
  return { start, size, cells };
}
