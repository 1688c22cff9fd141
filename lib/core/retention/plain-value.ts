// Revenue by cohort told plainly, one customer at a time: the reference that the database's answer is held to.
import type { RetentionUnit } from './definition';
import { grouped } from './grouped';
import { periodOf, periodsBetween } from './period';
import type { CohortRevenue } from './value-curve';

export interface PlacedOrder {
  readonly person: string;
  /** When it was placed (ms). */
  readonly at: number;
  /** Gross, in the workspace's currency; null where the order says no amount in it. It still counts as an order. */
  readonly amount: number | null;
}

/** A customer's cohort is the period of the first order; every order counts in its own period. Cohorts by their start. */
export function cohortRevenues(
  orders: readonly PlacedOrder[],
  unit: RetentionUnit,
  zone: string,
): CohortRevenue[] {
  const customers = [...grouped(orders, ({ person }) => person).values()].map((own) => ({
    own,
    start: periodOf(Math.min(...own.map(({ at }) => at)), unit, zone),
  }));
  const cohorts = [...grouped(customers, ({ start }) => start)].map(([start, members]): CohortRevenue => {
    const spent = members
      .flatMap(({ own }) => own)
      .map(({ at, amount }) => ({
        amount: amount ?? 0,
        period: periodsBetween(start, periodOf(at, unit, zone), unit),
      }));
    const periods = Math.max(...spent.map(({ period }) => period)) + 1;
    const byPeriod = Array.from({ length: periods }, (_, index) =>
      spent.reduce((total, { amount, period }) => total + (period === index ? amount : 0), 0),
    );
    return { start, size: members.length, byPeriod };
  });
  return cohorts.sort((a, b) => a.start.localeCompare(b.start));
}
