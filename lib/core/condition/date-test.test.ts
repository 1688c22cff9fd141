// What is asked about dates, in the days of the workspace's clock.
import { describe, expect, test } from 'vitest';
import type { Json } from '../json';
import { DateTest } from './condition';
import { evaluate } from './evaluate';
import { nextChangeAt } from './next-change';

/** A Tuesday, late in the evening of Prague and noon in New York on the day before the 11th. */
const NOW = Date.parse('2026-03-10T16:00:00Z');

interface Asked extends Partial<Omit<DateTest, 'type'>> {
  readonly timeZone?: string;
  readonly now?: number;
}

function facts(value: Json, { timeZone, now = NOW }: Asked) {
  return { attributes: { day: value }, properties: {}, now, ...(timeZone && { timeZone }) };
}

const asking = ({ timeZone: _zone, now: _now, ...change }: Asked) =>
  DateTest.parse({ type: 'date', path: ['day'], ...change });

const holds = (value: Json, asked: Asked) => evaluate(asking(asked), facts(value, asked));

function turns(value: Json, asked: Asked): string | null {
  const instant = nextChangeAt(asking(asked), facts(value, asked));
  return instant === null ? null : new Date(instant).toISOString();
}

describe('a fixed date', () => {
  test('is compared with the day', () => {
    const date = '2026-03-01';
    const days = ['2026-02-28', '2026-03-01', '2026-03-02'];
    expect(days.map((day) => holds(day, { operator: 'before', date }))).toEqual([true, false, false]);
    expect(days.map((day) => holds(day, { operator: 'on', date }))).toEqual([false, true, false]);
    expect(days.map((day) => holds(day, { operator: 'after', date }))).toEqual([false, false, true]);
    expect(turns('2026-03-01', { operator: 'on', date })).toBe(null);
  });

  test('is compared with the day on which an instant falls in the zone', () => {
    const on = (timeZone: string) =>
      holds('2026-03-01T23:30:00Z', { operator: 'on', date: '2026-03-02', timeZone });
    expect([on('UTC'), on('Europe/Prague'), on('America/New_York')]).toEqual([false, true, false]);
  });

  test('that is none, or not chosen, holds for nobody', () => {
    for (const date of ['', '2026-02-30', 'soon']) {
      expect(holds('2026-03-01', { operator: 'after', date })).toBe(false);
    }
    expect(holds('2026-03-01', { operator: 'after', date: '2026-01-01', path: [] })).toBe(false);
  });
});

describe('a value', () => {
  test.each<[Json, boolean]>([
    ['2026-03-10', true],
    ['2024-02-29', true],
    ['2026-03-10T16:00:00Z', true],
    ['2026-03-10 16:00+01:00', true],
    ['2026-03-10T16:00:00.123456-0330', true],
    ['2026-02-29', false],
    ['2026-03-10T16:00:00', false],
    ['2026-03-10T24:00:00Z', false],
    ['2026-03-10T16:00:00.1234567Z', false],
    ['0999-12-31', false],
    ['10 March 2026', false],
    [20_260_310, false],
    [null, false],
    [['2026-03-10'], false],
  ])('%j is a date: %s', (value, isDate) => {
    expect(holds(value, { operator: 'after', date: '1000-01-01' })).toBe(isDate);
  });
});

describe('days around today', () => {
  test('hold today and the borders', () => {
    const days = ['2026-03-07', '2026-03-08', '2026-03-10', '2026-03-12', '2026-03-13'];
    const held = (operator: DateTest['operator']) => days.filter((day) => holds(day, { operator, days: 2 }));
    expect(held('within-last')).toEqual(['2026-03-08', '2026-03-10']);
    expect(held('within-next')).toEqual(['2026-03-10', '2026-03-12']);
    expect(held('more-than-ago')).toEqual(['2026-03-07']);
    expect(held('more-than-ahead')).toEqual(['2026-03-13']);
  });

  test('begin and end at the midnights of the zone, also where the clocks change', () => {
    const timeZone = 'America/New_York';
    expect(turns('2026-03-07', { operator: 'within-last', days: 3, timeZone })).toBe(
      '2026-03-11T04:00:00.000Z',
    );
    expect(turns('2026-03-12', { operator: 'within-last', days: 3, timeZone })).toBe(
      '2026-03-12T04:00:00.000Z',
    );
    const winter = { now: Date.parse('2026-03-07T12:00:00Z'), timeZone };
    expect(turns('2026-03-09', { operator: 'within-next', days: 1, ...winter })).toBe(
      '2026-03-08T05:00:00.000Z',
    );
    expect(turns('2026-03-07', { operator: 'within-next', days: 1, ...winter })).toBe(
      '2026-03-08T05:00:00.000Z',
    );
    expect(turns('2026-03-01', { operator: 'more-than-ago', days: 10 })).toBe('2026-03-12T00:00:00.000Z');
    expect(turns('2026-03-20', { operator: 'more-than-ahead', days: 5 })).toBe('2026-03-15T00:00:00.000Z');
    expect(turns('2026-03-01', { operator: 'within-last', days: 3 })).toBe(null);
  });

  test('that cannot be reckoned with hold for nobody', () => {
    for (const days of [-1, 0.5, 40_000]) {
      expect(holds('2026-03-10', { days })).toBe(false);
      expect(turns('2026-03-10', { days })).toBe(null);
    }
    expect(holds('2026-03-10', { operator: 'anniversary-within-next', days: 366 })).toBe(false);
    expect(turns('soon', { days: 3 })).toBe(null);
  });
});

describe('an anniversary', () => {
  const next = (value: Json, days: number, now = '2026-03-10T16:00:00Z') =>
    holds(value, { operator: 'anniversary-within-next', days, now: Date.parse(now) });
  const last = (value: Json, days: number, now = '2026-03-10T16:00:00Z') =>
    holds(value, { operator: 'anniversary-within-last', days, now: Date.parse(now) });

  test('comes round every year, from the date itself on', () => {
    expect([next('1990-03-10', 0), next('1990-03-11', 0), next('1990-03-11', 1)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([last('1990-03-08', 2), last('1990-03-07', 2)]).toEqual([true, false]);
    expect([next('2026-03-12', 2), next('2027-03-12', 2)]).toEqual([true, false]);
  });

  test('is found beyond the turn of the year', () => {
    expect(next('1990-01-02', 7, '2026-12-30T12:00:00Z')).toBe(true);
    expect(last('1990-12-30', 7, '2026-01-02T12:00:00Z')).toBe(true);
    expect(last('2026-12-30', 7, '2026-01-02T12:00:00Z')).toBe(false);
  });

  test('of 29 February is on the 28th in common years', () => {
    const on = (now: string) => next('1992-02-29', 0, now);
    expect([on('2026-02-28T12:00:00Z'), on('2026-03-01T12:00:00Z')]).toEqual([true, false]);
    expect([on('2028-02-28T12:00:00Z'), on('2028-02-29T12:00:00Z')]).toEqual([false, true]);
  });

  test('turns when it comes near and when it is over', () => {
    const asked = { operator: 'anniversary-within-next' as const, days: 2 };
    expect(turns('1990-03-20', asked)).toBe('2026-03-18T00:00:00.000Z');
    expect(turns('1990-03-11', asked)).toBe('2026-03-12T00:00:00.000Z');
    expect(turns('1990-03-09', asked)).toBe('2027-03-07T00:00:00.000Z');
    expect(turns('2030-03-09', asked)).toBe('2030-03-07T00:00:00.000Z');
  });
});
