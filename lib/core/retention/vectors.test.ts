// Retention, its average row and value per customer against reference values that were reckoned elsewhere.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { farFrom } from '../testing/far-from';
import { statisticsVectors } from '../testing/statistics-vectors';
import { averageRow } from './average-row';
import { RetentionDefinition, RetentionUnit } from './definition';
import { grouped } from './grouped';
import type { RetentionMatrix } from './matrix';
import { plainRetention } from './plain-retention';
import { cohortRevenues } from './plain-value';
import { repeatShares } from './repeat-shares';
import { valueCurve } from './value-curve';

const ours = (name: string) => name.replaceAll('_', '-');

const RetentionInput = z.object({
  events_person_name_at: z.array(z.tuple([z.string(), z.string(), z.string()])),
  start_event: z.string(),
  return_event: z.string(),
  period: RetentionUnit,
  first_cohort: z.string(),
  periods: z.number(),
  timezone: z.string(),
  as_of: z.string(),
  definitions: z.record(z.string(), z.object({ cohort: z.string(), measure: z.string(), clock: z.string() })),
});

/** The reference has a triangle: row i ends where the last row begins. */
function triangleOf({ cohorts }: RetentionMatrix, from: string, periods: number) {
  const starts = cohorts.map(({ start }) => start);
  const rows = cohorts.map(({ cells }, index) => cells.slice(0, periods - index));
  return {
    from,
    cohorts: starts,
    size: cohorts.map(({ size }) => size),
    counts: rows.map((row) => row.map(({ people }) => people)),
    complete: rows.map((row) => row.map(({ isComplete }) => isComplete)),
  };
}

describe.each(statisticsVectors('retention', RetentionInput))('$id', ({ input, expected, tolerance }) => {
  const people = grouped(input.events_person_name_at, ([person]) => person);
  const histories = [...people].map(([person, events]) => ({
    person,
    events: events.map(([, name, at]) => ({ name, properties: {}, at: Date.parse(at) })),
  }));

  it.each(Object.entries(input.definitions))('%s', (name, { cohort, measure, clock }) => {
    const definition = RetentionDefinition.parse({
      start: { event: input.start_event },
      returns: { event: input.return_event },
      cohort: ours(cohort),
      measure: ours(measure),
      clock,
      unit: input.period,
      from: input.first_cohort,
      cohorts: input.periods,
      periods: input.periods,
    });
    const matrix = plainRetention(definition, histories, Date.parse(input.as_of), input.timezone);
    const told = z.record(z.string(), z.unknown()).parse(expected);
    expect(farFrom(triangleOf(matrix, input.first_cohort, input.periods), told[name], tolerance)).toEqual([]);
    const beyond = matrix.cohorts.flatMap(({ cells }, index) => cells.slice(input.periods - index));
    expect(beyond.every(({ people }) => people === null)).toBe(true);
  });
});

const Matrix = z.object({
  matrix: z.object({
    size: z.array(z.number()),
    counts: z.array(z.array(z.number().nullable())),
    complete: z.array(z.array(z.boolean())),
    cohorts: z.array(z.string()),
  }),
});

describe.each(statisticsVectors('retention_mean_row', Matrix))('$id', ({ input, expected, tolerance }) => {
  const { size, counts, complete, cohorts } = input.matrix;
  it('is the average row', () => {
    const row = averageRow({
      columns: cohorts.map((_, index) => ({ first: index, last: index })),
      cohorts: cohorts.map((start, row) => ({
        start,
        hasBegun: true,
        size: size[row] ?? 0,
        repeated: 0,
        cells: (counts[row] ?? []).map((people, column) => ({
          people,
          isComplete: complete[row]?.[column] ?? false,
        })),
      })),
    });
    const actual = {
      weighted: row.map(({ weighted }) => weighted),
      simple: row.map(({ simple }) => simple),
    };
    expect(farFrom(actual, expected, tolerance)).toEqual([]);
  });
});

const Orders = z.object({
  orders_customer_date_amount: z.array(z.tuple([z.string(), z.string(), z.number()])),
  as_of: z.string(),
});

describe.each(statisticsVectors('ltv_curve', Orders))('$id', ({ input, expected, tolerance }) => {
  it('is value per cohort customer, and the repeat rate', () => {
    const orders = input.orders_customer_date_amount.map(([person, date, amount]) => ({
      person,
      at: Date.parse(`${date}T12:00:00Z`),
      amount,
    }));
    const asOf = Date.parse(`${input.as_of}T23:59:59Z`);
    const curves = cohortRevenues(orders, 'month', 'UTC').map((cohort) =>
      valueCurve(cohort, { unit: 'month', periods: 4, asOf, zone: 'UTC' }),
    );
    const counts = [...grouped(orders, ({ person }) => person).values()].map(({ length }) => length);
    const byCount = new Map([...grouped(counts, (count) => count)].map(([n, all]) => [n, all.length]));
    const actual = {
      cohorts: Object.fromEntries(
        curves.map(({ start, size, cells }) => [
          start.slice(0, 7),
          {
            size,
            cumulative_revenue_per_customer: cells
              .map(({ perCustomer }) => perCustomer)
              .filter((value) => value !== null),
          },
        ]),
      ),
      repeat_purchase_rate: repeatShares(byCount, 2)[1]?.share,
    };
    expect(farFrom(actual, expected, tolerance)).toEqual([]);
  });
});
