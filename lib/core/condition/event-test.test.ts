// What is measured of the things a customer did, when they count, and which things were in them.
import { describe, expect, test } from 'vitest';
import { EventTest, type Test } from './condition';
import { evaluate, type PastEvent } from './evaluate';
import { amountOf } from './event-test';

const DAY = 86_400_000;
const NOW = Date.parse('2026-03-10T12:00:00Z');

const order = (daysAgo: number, properties: PastEvent['properties'] = {}): PastEvent => {
  const at = NOW - daysAgo * DAY;
  return { name: 'Order Completed', messageId: `m${daysAgo}`, properties, at, receivedAt: at };
};

interface Asked extends Partial<EventTest> {
  readonly timeZone?: string;
}

function amount({ timeZone, ...change }: Asked, ...past: PastEvent[]): number | null {
  const leaf = EventTest.parse({ type: 'event', event: 'Order Completed', ...change });
  return amountOf(leaf, { attributes: {}, properties: {}, now: NOW, past, ...(timeZone && { timeZone }) });
}

function holds(change: Partial<EventTest>, ...past: PastEvent[]): boolean {
  const leaf = EventTest.parse({ type: 'event', event: 'Order Completed', ...change });
  return evaluate(leaf, { attributes: {}, properties: {}, now: NOW, past });
}

const of = (of: NonNullable<EventTest['measure']>['of']) => ({ measure: { of, property: ['total'] } });

describe('a measure', () => {
  const spent = [order(1, { total: 0.1 }), order(2, { total: 0.2 }), order(3, { total: '9' }), order(40)];

  test('of numbers looks at numbers only', () => {
    expect(amount(of('sum'), ...spent)).toBe(0.3);
    expect(amount(of('average'), ...spent)).toBe(0.15);
    expect(amount(of('smallest'), ...spent)).toBe(0.1);
    expect(amount(of('largest'), ...spent)).toBe(0.2);
  });

  test('of nothing is nothing, but a sum of nothing is 0', () => {
    expect(amount(of('sum'), order(1))).toBe(0);
    for (const kind of ['average', 'smallest', 'largest'] as const) {
      expect(amount(of(kind), order(1))).toBe(null);
      expect(holds({ ...of(kind), operator: 'at-most', count: 9 }, order(1))).toBe(false);
    }
    expect(holds({ ...of('sum'), operator: 'at-most', count: 9 })).toBe(true);
    expect(amount(of('days-since-first'))).toBe(null);
    expect(amount(of('days-since-last'))).toBe(null);
    expect(holds({ ...of('days-since-last'), operator: 'at-most', count: 9 })).toBe(false);
  });

  test('is compared exactly', () => {
    expect(holds({ ...of('sum'), operator: 'equals', count: 0.3 }, ...spent)).toBe(true);
    expect(holds({ ...of('average'), operator: 'equals', count: 0.15 }, ...spent)).toBe(true);
    expect(holds({ ...of('average'), operator: 'greater-than', count: 0.15 }, ...spent)).toBe(false);
    expect(holds({ ...of('largest'), operator: 'equals', count: 0.2 }, ...spent)).toBe(true);
  });

  test('of days counts whole ones', () => {
    expect(amount(of('days-since-first'), ...spent)).toBe(40);
    expect(amount(of('days-since-last'), order(1.9), order(5))).toBe(1);
    expect(amount(of('days-since-last'), order(-0.001))).toBe(0);
  });

  test('without the property it needs holds for nobody', () => {
    const unfinished = { measure: { of: 'sum' as const, property: [] } };
    expect(amount(unfinished, ...spent)).toBe(null);
    expect(holds({ ...unfinished, operator: 'at-least', count: 0 }, ...spent)).toBe(false);
    expect(amount({ event: '' })).toBe(null);
  });
});

describe('days', () => {
  const from = '2026-03-08';
  const at = (instant: string) => order((NOW - Date.parse(instant)) / DAY);

  test('are those of the workspace, both included', () => {
    const between = { from, to: '2026-03-09' };
    const first = '2026-03-08T00:00:00Z';
    const last = '2026-03-09T23:59:59.999Z';
    expect(
      amount({ between }, at('2026-03-07T23:59:59.999Z'), at(first), at(last), at('2026-03-10T00:00:00Z')),
    ).toBe(2);
    // The clocks of New York went forward on that day.
    const timeZone = 'America/New_York';
    expect(
      amount({ between, timeZone }, at(first), at('2026-03-08T05:00:00Z'), at('2026-03-10T03:59:59Z')),
    ).toBe(2);
    expect(amount({ between, timeZone }, at('2026-03-10T04:00:00Z'))).toBe(0);
  });

  test('may be open at either end, and cut a window', () => {
    expect(amount({ between: { from, to: '' } }, order(1), order(5))).toBe(1);
    expect(amount({ between: { from: '', to: from } }, order(1), order(5))).toBe(1);
    const within = { amount: 1, unit: 'days' as const };
    expect(amount({ between: { from, to: '' }, within }, order(0.5), order(2))).toBe(1);
  });

  test('that are none hold nothing', () => {
    for (const day of ['2026-02-30', 'soon', '0999-01-01']) {
      expect(amount({ between: { from: day, to: '' } }, order(1))).toBe(0);
      expect(amount({ between: { from: '', to: day } }, order(1))).toBe(0);
    }
  });
});

describe('an item', () => {
  const is = (key: string, value: string | number): Test => ({
    ...{ type: 'test', subject: 'property', path: [key], operator: 'equals', value },
  });
  const products = [
    { sku: 'TEA-1', category: 'Tea' },
    { sku: 'MUG', category: 'Kitchen' },
    'TEA-1',
    null,
    [],
  ];
  const bought = (where: Test[], path = ['products']) =>
    amount({ items: { path, where } }, order(1, { products }));

  test('must say all of it itself', () => {
    expect(bought([is('category', 'Tea')])).toBe(1);
    expect(bought([is('category', 'Tea'), is('sku', 'TEA-1')])).toBe(1);
    expect(bought([is('category', 'Tea'), is('sku', 'MUG')])).toBe(0);
    expect(bought([{ ...is('category', 'Tea'), subject: 'attribute' }])).toBe(0);
  });

  test('has to be there', () => {
    expect(bought([])).toBe(1);
    expect(bought([], ['things'])).toBe(0);
    expect(
      amount({ items: { path: ['products'], where: [] } }, order(1, { products: ['TEA-1', [], null] })),
    ).toBe(0);
    expect(
      amount({ items: { path: ['products'], where: [] } }, order(1, { products: { sku: 'TEA-1' } })),
    ).toBe(0);
  });
});
