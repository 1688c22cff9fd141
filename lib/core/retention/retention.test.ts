import { describe, expect, it } from 'vitest';
import { averageRow } from './average-row';
import { RetentionDefinition } from './definition';
import { cohortStarts, matrixOf } from './matrix';
import { beginsAt, periodOf, periodOfDate, periodsBetween } from './period';
import { plainRetention, type RetentionHistory } from './plain-retention';
import { cohortRevenues } from './plain-value';
import { repeatShares } from './repeat-shares';
import { shareBy, timeToRepeat } from './time-to-repeat';
import { valueCurve } from './value-curve';

const at = (text: string) => Date.parse(text);
const order = { event: 'Order Completed' };
const buyer = (person: string, ...times: string[]): RetentionHistory => ({
  person,
  events: times.map((time) => ({ name: 'Order Completed', properties: { total: 20 }, at: at(time) })),
});

const byMonth = { start: order, returns: order, unit: 'month', from: '2026-01-15', cohorts: 3, periods: 3 };

describe('a retention definition', () => {
  it('takes brackets with their measure and in their order only', () => {
    const bad = [
      { ...byMonth, measure: 'brackets' },
      { ...byMonth, brackets: [[1, 2]] },
      { ...byMonth, measure: 'brackets', brackets: [[3, 2]] },
    ];
    expect(bad.map((one) => RetentionDefinition.safeParse(one).success)).toEqual([false, false, false]);
  });

  it('asks events only about themselves', () => {
    const where = [{ type: 'test', subject: 'attribute', path: ['vip'], operator: 'is-set' }];
    expect(RetentionDefinition.safeParse({ ...byMonth, start: { ...order, where } }).success).toBe(false);
  });

  it('begins with the period its first day lies in', () => {
    expect(cohortStarts(RetentionDefinition.parse(byMonth))).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
    ]);
  });
});

describe('periods', () => {
  it('are weeks from Monday, months and days', () => {
    expect(periodOfDate('2026-03-01', 'week')).toBe('2026-02-23');
    expect(periodOfDate('2026-03-02', 'week')).toBe('2026-03-02');
    expect(periodOfDate('2026-03-17', 'month')).toBe('2026-03-01');
    expect(periodOf(at('2026-03-16T23:30:00Z'), 'day', 'Europe/Prague')).toBe('2026-03-17');
    expect(periodsBetween('2025-12-29', '2026-01-12', 'week')).toBe(2);
    expect(periodsBetween('2025-12-01', '2026-02-01', 'month')).toBe(2);
  });

  it('begin by the wall clock, also on a day without midnight', () => {
    expect(beginsAt('2026-03-30', 'Europe/Prague') - beginsAt('2026-03-29', 'Europe/Prague')).toBe(
      23 * 3_600_000,
    );
    // Beirut's clocks leap from midnight to one.
    expect(new Date(beginsAt('2026-03-29', 'Asia/Beirut')).toISOString()).toBe('2026-03-28T22:00:00.000Z');
  });
});

describe('plain retention', () => {
  const histories = [
    buyer('ann', '2026-01-03T10:00:00Z', '2026-01-20T10:00:00Z', '2026-03-02T10:00:00Z'),
    buyer('bob', '2026-01-09T10:00:00Z'),
    buyer('cleo', '2026-02-09T10:00:00Z', '2026-03-09T10:00:00Z'),
  ];
  const now = at('2026-03-10T00:00:00Z');

  it('keeps everybody in column 0, and those who repeated there apart', () => {
    const { cohorts } = plainRetention(RetentionDefinition.parse(byMonth), histories, now, 'UTC');
    expect(cohorts.map(({ size, repeated }) => [size, repeated])).toEqual([
      [2, 1],
      [1, 0],
      [0, 0],
    ]);
    expect(cohorts.map(({ cells }) => cells.map(({ people }) => people))).toEqual([
      [2, 0, 1],
      [1, 1, null],
      [0, null, null],
    ]);
  });

  it('knows which cohorts are still to come', () => {
    const definition = RetentionDefinition.parse({ ...byMonth, cohorts: 5 });
    const begun = plainRetention(definition, [], now, 'UTC').cohorts.map(({ hasBegun }) => hasBegun);
    expect(begun).toEqual([true, true, true, false, false]);
  });

  it('counts a bracket once, also where it holds several returns', () => {
    const brackets = [
      [0, 0],
      [0, 2],
      [1, 2],
    ];
    const definition = RetentionDefinition.parse({ ...byMonth, measure: 'brackets', brackets });
    const [january] = plainRetention(definition, histories, now, 'UTC').cohorts;
    expect(january?.cells).toEqual([
      { people: 1, isComplete: true },
      { people: 1, isComplete: false },
      { people: 1, isComplete: false },
    ]);
  });

  it('hears only events whose filters hold', () => {
    const where = [{ type: 'test', subject: 'property', path: ['total'], operator: 'at-least', value: 50 }];
    const definition = RetentionDefinition.parse({ ...byMonth, returns: { ...order, where } });
    const [january] = plainRetention(definition, histories, now, 'UTC').cohorts;
    expect(january?.cells.map(({ people }) => people)).toEqual([2, 0, 0]);
  });

  it('counts one side of a split by its people', () => {
    const definition = RetentionDefinition.parse(byMonth);
    const { cohorts } = plainRetention(definition, histories, now, 'UTC', ({ person }) => person === 'ann');
    expect(cohorts.map(({ size }) => size)).toEqual([1, 0, 0]);
  });
});

describe('a matrix', () => {
  it('fills what nobody counted with nobody', () => {
    const definition = RetentionDefinition.parse({ ...byMonth, cohorts: 2 });
    const tally = { start: '2026-01-01', size: 4, repeated: 1, byColumn: [0, 2] };
    const { cohorts } = matrixOf(definition, [tally], at('2026-04-01T00:00:00Z'), 'UTC');
    expect(cohorts.map(({ cells }) => cells.map(({ people }) => people))).toEqual([
      [4, 2, 0],
      [0, 0, 0],
    ]);
  });
});

describe('the average row', () => {
  it('has no share where no cohort has completed a column or nobody is in them', () => {
    const cells = [{ people: 0, isComplete: true }];
    const empty = { start: '2026-01-01', hasBegun: true, size: 0, repeated: 0, cells };
    expect(averageRow({ columns: [{ first: 0, last: 0 }], cohorts: [empty] })).toEqual([
      { people: 0, size: 0, weighted: null, simple: null },
    ]);
    const short = { ...empty, size: 1, cells: [] };
    expect(averageRow({ columns: [{ first: 0, last: 0 }], cohorts: [short] })[0]?.weighted).toBeNull();
  });
});

describe('time to the second order', () => {
  it('is the share who came back while nobody is cut off', () => {
    const steps = timeToRepeat([
      { day: 9, returned: 1, censored: 0 },
      { day: 3, returned: 1, censored: 0 },
      { day: 20, returned: 0, censored: 2 },
    ]);
    expect(steps.map(({ day, atRisk }) => [day, atRisk])).toEqual([
      [3, 4],
      [9, 3],
    ]);
    expect(steps.map(({ share }) => share)).toEqual([0.25, 0.5]);
  });

  // Six patients of a textbook: times 1, 1+, 2, 4+, 5, 6+ (+ is censored).
  it('takes whoever is still waiting out of the number at risk, after their day', () => {
    const steps = timeToRepeat([
      { day: 1, returned: 1, censored: 1 },
      { day: 2, returned: 1, censored: 0 },
      { day: 4, returned: 0, censored: 1 },
      { day: 5, returned: 1, censored: 0 },
      { day: 6, returned: 0, censored: 1 },
    ]);
    const survival = [5 / 6, (5 / 6) * (3 / 4), (5 / 6) * (3 / 4) * (1 / 2)];
    steps.forEach((step, index) => {
      expect(step.share).toBeCloseTo(1 - (survival[index] ?? 0), 12);
      expect(step.low).toBeGreaterThanOrEqual(0);
      expect(step.low).toBeLessThan(step.share);
      expect(step.high).toBeGreaterThan(step.share);
      expect(step.high).toBeLessThanOrEqual(1);
    });
  });

  it('ends at one where everybody came back, and is not there where nobody did', () => {
    expect(timeToRepeat([{ day: 2, returned: 3, censored: 0 }])).toEqual([
      { day: 2, atRisk: 3, returned: 3, share: 1, low: 1, high: 1 },
    ]);
    expect(timeToRepeat([{ day: 2, returned: 0, censored: 3 }])).toEqual([]);
    expect(timeToRepeat([])).toEqual([]);
  });

  it('is read by day', () => {
    const steps = timeToRepeat([
      { day: 3, returned: 1, censored: 1 },
      { day: 9, returned: 0, censored: 2 },
    ]);
    expect([shareBy(steps, 2), shareBy(steps, 3)?.share, shareBy(steps, 90)?.share]).toEqual([
      null,
      0.25,
      0.25,
    ]);
  });
});

describe('value per customer', () => {
  const asked = { unit: 'month', periods: 3, asOf: at('2026-02-10T00:00:00Z'), zone: 'UTC' } as const;

  it('has everybody in the denominator and is blank before a month begins', () => {
    const { cells } = valueCurve({ start: '2026-01-01', size: 2, byPeriod: [30] }, asked);
    expect(cells).toEqual([
      { perCustomer: 15, isComplete: true },
      { perCustomer: 15, isComplete: false },
      { perCustomer: null, isComplete: false },
    ]);
  });

  it('has no value where nobody is in the cohort', () => {
    const { cells } = valueCurve({ start: '2026-01-01', size: 0, byPeriod: [] }, asked);
    expect(cells.map(({ perCustomer }) => perCustomer)).toEqual([null, null, null]);
  });
});

describe('revenue by cohort', () => {
  it('counts an order without an amount as an order that brought nothing', () => {
    const orders = [
      { person: 'bob', at: at('2026-02-09T10:00:00Z'), amount: 20 },
      { person: 'ann', at: at('2026-01-03T10:00:00Z'), amount: null },
      { person: 'ann', at: at('2026-02-03T10:00:00Z'), amount: 5 },
    ];
    expect(cohortRevenues(orders, 'month', 'UTC')).toEqual([
      { start: '2026-01-01', size: 1, byPeriod: [0, 5] },
      { start: '2026-02-01', size: 1, byPeriod: [20] },
    ]);
  });
});

describe('repeat purchases', () => {
  it('are shares of everybody who ordered', () => {
    const byCount = new Map([
      [1, 6],
      [2, 3],
      [5, 1],
    ]);
    expect(repeatShares(byCount, 3).map(({ people, share }) => [people, share])).toEqual([
      [10, 1],
      [4, 0.4],
      [1, 0.1],
    ]);
  });

  it('have no share where nobody ordered', () => {
    expect(repeatShares(new Map(), 2).map(({ share }) => share)).toEqual([null, null]);
  });
});
