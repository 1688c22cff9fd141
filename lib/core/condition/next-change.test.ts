// When an answer may change by time alone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryAllFacts, arbitraryCondition } from '../testing/arbitrary-condition';
import { type Condition, EventTest } from './condition';
import { evaluate, type Facts, type PastEvent } from './evaluate';
import { nextChangeAt } from './next-change';

const DAY = 86_400_000;
const NOW = 100 * DAY;

const done = (daysAgo: number, name = 'Bought'): PastEvent => {
  const at = NOW - daysAgo * DAY;
  return { name, messageId: `message-${daysAgo}`, properties: {}, at, receivedAt: at };
};
const facts = (...past: PastEvent[]): Facts => ({ attributes: {}, properties: {}, now: NOW, past });
const inLast = (days: number, change: Partial<EventTest> = {}): EventTest =>
  EventTest.parse({ type: 'event', event: 'Bought', within: { amount: days, unit: 'days' }, ...change });
const inDays = (condition: Condition, known: Facts) => {
  const instant = nextChangeAt(condition, known);
  return instant === null ? null : (instant - NOW) / DAY;
};

describe('a window', () => {
  test('closes when it has lost enough', () => {
    const known = facts(done(1), done(5), done(20));
    expect(inDays(inLast(30), known)).toBe(29);
    expect(inDays(inLast(30, { count: 2 }), known)).toBe(25);
    expect(inDays(inLast(30, { operator: 'at-most', count: 0 }), known)).toBe(29);
    expect(inDays(inLast(30, { operator: 'equals', count: 2 }), known)).toBe(10);
    expect(inDays(inLast(30, { count: 9 }), known)).toBe(null);
    expect(inDays(inLast(4), facts())).toBe(null);
  });

  test('that has no end never closes, nor does one over an event that is not chosen', () => {
    expect(inDays(inLast(30, { within: null }), facts(done(1)))).toBe(null);
    expect(inDays(inLast(30, { event: '' }), facts(done(1, '')))).toBe(null);
    expect(inDays(inLast(1e300), facts(done(1)))).toBe(null);
  });
});

describe('what is measured', () => {
  test('turns when enough has left the window', () => {
    const spent = (daysAgo: number, total: number) => ({ ...done(daysAgo), properties: { total } });
    const sum = inLast(30, { measure: { of: 'sum', property: ['total'] }, count: 50 });
    expect(inDays(sum, facts(spent(1, 20), spent(5, 10), spent(20, 40)))).toBe(10);
    const many = Array.from({ length: 60 }, (_, index) => spent(index / 10, 1));
    expect(inDays({ ...sum, count: 1 }, facts(...many))).toBeCloseTo(24.1 + 5);
    expect(inDays({ ...sum, count: 55 }, facts(...many))).toBeCloseTo(24.1 + 0.5);
  });

  test('in days turns with the days', () => {
    const last = (operator: EventTest['operator'], count: number) =>
      inLast(1, { within: null, measure: { of: 'days-since-last', property: [] }, operator, count });
    const known = facts(done(1.5), done(9));
    expect(inDays(last('at-least', 3), known)).toBe(1.5);
    expect(inDays(last('at-most', 3), known)).toBe(2.5);
    expect(inDays(last('equals', 1), known)).toBe(0.5);
    expect(inDays(last('less-than', 1), known)).toBe(null);
    expect(inDays({ ...last('at-least', 3), event: 'Never' }, known)).toBe(null);
  });
});

describe('a group', () => {
  const week = inLast(7);
  const month = inLast(30);
  const never: Condition = { type: 'any', of: [] };
  const known = facts(done(1));

  test('that holds by all its parts lasts as long as the first of them', () => {
    expect(inDays({ type: 'all', of: [week, month] }, known)).toBe(6);
    expect(
      inDays({ type: 'none', of: [inLast(7, { count: 2 }), inLast(30, { event: 'Never' })] }, known),
    ).toBe(null);
  });

  test('that one part is enough to settle lasts as long as the last of those', () => {
    expect(inDays({ type: 'any', of: [week, month, never] }, known)).toBe(29);
    expect(inDays({ type: 'none', of: [week, month] }, known)).toBe(29);
    expect(inDays({ type: 'all', of: [never, week] }, known)).toBe(null);
  });

  test('of nothing never changes', () => {
    expect(inDays({ type: 'all', of: [] }, known)).toBe(null);
    expect(inDays(never, known)).toBe(null);
  });
});

test('until then the answer stays, and then lies ahead', () => {
  const later = fc.integer({ min: 0, max: 200 * DAY });
  fc.assert(
    fc.property(arbitraryCondition, arbitraryAllFacts, fc.array(later), (condition, known, waits) => {
      const { now = 0 } = known;
      const change = nextChangeAt(condition, known);
      const until = change ?? Number.POSITIVE_INFINITY;
      expect(until).toBeGreaterThan(now);
      const moments = [...waits.map((wait) => now + wait), ...(change === null ? [] : [change - 1])];
      const holds = evaluate(condition, known);
      for (const moment of moments.filter((one) => one < until)) {
        expect(evaluate(condition, { ...known, now: moment })).toBe(holds);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a line changes just then', () => {
  const line = fc.record({ days: fc.integer({ min: 1, max: 40 }), count: fc.integer({ min: 0, max: 3 }) });
  const ago = fc.integer({ min: 0, max: 50 });
  fc.assert(
    fc.property(line, fc.array(ago, { maxLength: 5 }), ({ days, count }, events) => {
      const known = facts(...[...new Set(events)].map((days) => done(days)));
      const condition = inLast(days, { count });
      const change = nextChangeAt(condition, known);
      if (change === null) return;
      expect(evaluate(condition, { ...known, now: change })).toBe(!evaluate(condition, known));
    }),
  );
});
