// What conditions say about what was done, who belongs where and what is in stock.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryAllFacts, arbitraryCondition, soundFactCondition } from '../testing/arbitrary-condition';
import { type Comparison, type Condition, EventTest, ProductTest, type Test } from './condition';
import { evaluate, type Facts, type PastEvent } from './evaluate';

const HOUR = 3_600_000;
const NOW = 100 * HOUR;

const bought = (at: number, properties: PastEvent['properties'] = {}): PastEvent => ({
  name: 'Bought',
  messageId: `message-${at}`,
  properties,
  at,
  receivedAt: at,
});

function facts(change: Partial<Facts> = {}): Facts {
  return { attributes: {}, properties: {}, now: NOW, ...change };
}

function did(change: Partial<EventTest>, past: readonly PastEvent[], more: Partial<Facts> = {}): boolean {
  return evaluate(EventTest.parse({ type: 'event', event: 'Bought', ...change }), facts({ past, ...more }));
}

const total = (value: number): Test => ({
  type: 'test',
  subject: 'property',
  path: ['total'],
  operator: 'at-least',
  value,
});

describe('what was done', () => {
  test('is counted by name', () => {
    expect(did({}, [bought(1)])).toBe(true);
    expect(did({}, [{ ...bought(1), name: 'bought' }])).toBe(false);
    expect(did({}, [])).toBe(false);
    expect(did({ operator: 'equals', count: 0 }, [])).toBe(true);
    expect(did({ operator: 'equals', count: 0 }, [bought(1)])).toBe(false);
    expect(
      evaluate(EventTest.parse({ type: 'event', event: 'Bought' }), { attributes: {}, properties: {} }),
    ).toBe(false);
  });

  test.each<[Comparison, boolean, boolean, boolean]>([
    ['equals', false, true, false],
    ['at-least', false, true, true],
    ['at-most', true, true, false],
    ['greater-than', false, false, true],
    ['less-than', true, false, false],
  ])('%s compares the count with two', (operator, once, twice, thrice) => {
    const times = (count: number) => did({ operator, count: 2 }, Array(count).fill(bought(1)));
    expect([times(1), times(2), times(3)]).toEqual([once, twice, thrice]);
  });

  test('a window leaves out what is as old as the window is long, and holds what is a millisecond younger', () => {
    const inLastHour = { within: { amount: 1, unit: 'hours' as const } };
    expect(did(inLastHour, [bought(NOW - HOUR)])).toBe(false);
    expect(did(inLastHour, [bought(NOW - HOUR + 1)])).toBe(true);
    expect(did(inLastHour, [bought(NOW)])).toBe(true);
    expect(did({}, [bought(0)])).toBe(true);
  });

  test('since the entry holds what happened at that very moment, and nothing outside of a passage', () => {
    expect(did({ sinceEntry: true }, [bought(50)], { enteredAt: 50 })).toBe(true);
    expect(did({ sinceEntry: true }, [bought(49)], { enteredAt: 50 })).toBe(false);
    const letIn = { enteredAt: 50, enteredBy: 'message-50' };
    expect(did({ sinceEntry: true }, [bought(50)], letIn)).toBe(false);
    expect(did({}, [bought(50)], letIn)).toBe(true);
    expect(did({ sinceEntry: true }, [bought(50)], { enteredAt: null })).toBe(false);
    expect(did({ sinceEntry: true }, [bought(50)])).toBe(false);
  });

  test('both bounds hold together', () => {
    const both = { sinceEntry: true, within: { amount: 2, unit: 'hours' as const } };
    const at = NOW - HOUR;
    expect(did(both, [bought(at)], { enteredAt: at - 1 })).toBe(true);
    expect(did(both, [bought(at)], { enteredAt: at + 1 })).toBe(false);
    expect(did(both, [bought(NOW - 3 * HOUR)], { enteredAt: 0 })).toBe(false);
  });

  test('counts only events whose own properties say so', () => {
    const large = { where: [total(50)], operator: 'equals' as const, count: 1 };
    const past = [bought(1, { total: 49 }), bought(2, { total: 50 }), bought(3, { total: '60' }), bought(4)];
    expect(did(large, past)).toBe(true);
    expect(did(large, [bought(1)], { properties: { total: 99 } })).toBe(false);
    expect(did({ where: [total(50), total(70)] }, past)).toBe(false);
    expect(
      did({ where: [{ ...total(50), subject: 'attribute' }] }, past, { attributes: { total: 60 } }),
    ).toBe(false);
  });

  test('an event that is not chosen was neither done nor not done', () => {
    expect(did({ event: '' }, [])).toBe(false);
    expect(did({ event: '', operator: 'equals', count: 0 }, [])).toBe(false);
  });
});

describe('segments', () => {
  const among = (isMember: boolean, segmentId: 'seg_a' | null, segments?: Set<string>) =>
    evaluate({ type: 'segment', segmentId, isMember }, facts(segments && { segments }));

  test('who is in and who is not', () => {
    expect(among(true, 'seg_a', new Set(['seg_a']))).toBe(true);
    expect(among(true, 'seg_a', new Set(['seg_b']))).toBe(false);
    expect(among(false, 'seg_a', new Set(['seg_b']))).toBe(true);
    expect(among(false, 'seg_a')).toBe(true);
    expect(among(true, null, new Set(['seg_a']))).toBe(false);
    expect(among(false, null)).toBe(false);
  });
});

describe('products', () => {
  const products = new Map([
    ['TEA', { stock: 3, price: 990 }],
    ['7', { stock: 0, price: 100 }],
    ['', { stock: 1, price: 1 }],
  ]);
  const holds = (change: Partial<ProductTest>, properties: Facts['properties'] = {}) =>
    evaluate(ProductTest.parse({ type: 'product', ...change }), facts({ products, properties }));

  test('a fixed one, by stock or price', () => {
    expect(holds({ sku: 'TEA' })).toBe(true);
    expect(holds({ sku: 'TEA', operator: 'less-than', value: 3 })).toBe(false);
    expect(holds({ sku: 'TEA', field: 'price', operator: 'less-than', value: 991 })).toBe(true);
    expect(holds({ sku: '7' })).toBe(false);
    expect(holds({ sku: '7', operator: 'equals', value: 0 })).toBe(true);
  });

  test('the one that a property names, as a text or a number', () => {
    expect(holds({ path: ['item', 'sku'] }, { item: { sku: 'TEA' } })).toBe(true);
    expect(holds({ path: ['sku'], operator: 'equals', value: 0 }, { sku: 7 })).toBe(true);
    expect(holds({ path: ['sku'], sku: 'TEA' }, { sku: 'GONE' })).toBe(false);
  });

  test('nothing holds for a product that nobody knows or names', () => {
    expect(holds({ sku: 'GONE', operator: 'less-than', value: 1 })).toBe(false);
    expect(holds({ sku: '', operator: 'at-least', value: 0 })).toBe(false);
    for (const sku of [null, true, ['TEA'], { sku: 'TEA' }, '']) {
      expect(holds({ path: ['sku'], operator: 'at-least', value: 0 }, { sku })).toBe(false);
    }
    const unloaded = ProductTest.parse({ type: 'product', sku: 'TEA' });
    expect(evaluate(unloaded, facts())).toBe(false);
  });
});

test('what a node kept is looked at like any value', () => {
  const code: Test = { type: 'test', subject: 'saved', path: ['code'], operator: 'equals', value: 'A1' };
  expect(evaluate(code, facts({ saved: { code: 'A1' } }))).toBe(true);
  expect(evaluate(code, facts({ attributes: { code: 'A1' }, properties: { code: 'A1' } }))).toBe(false);
});

test('answers for every condition and all facts, of any type', () => {
  const anyValues = fc.record({ attributes: anyObject(), properties: anyObject(), saved: anyObject() });
  const hostile = fc.tuple(arbitraryAllFacts, anyValues).map(([all, values]) => ({ ...all, ...values }));
  fc.assert(
    fc.property(arbitraryCondition, fc.oneof(arbitraryAllFacts, hostile), (condition, known) => {
      const opposite: Condition = { type: 'none', of: [condition] };
      expect(evaluate(opposite, known)).toBe(!evaluate(condition, known));
    }),
    { numRuns: 1000 },
  );
});

function anyObject() {
  const key = fc.constantFrom('x', 'y', 'deep', 'constructor', 'total');
  // What fast-check draws as JSON is JSON; its type says unknown.
  return fc.dictionary(key, fc.jsonValue() as fc.Arbitrary<Facts['properties'][string]>);
}

test('the vocabulary is small enough that conditions often hold and often do not', () => {
  const draws = fc.sample(fc.tuple(soundFactCondition, arbitraryAllFacts), { numRuns: 2000, seed: 1 });
  const held = draws.filter(([condition, known]) => evaluate(condition, known)).length;
  expect(held).toBeGreaterThan(400);
  expect(held).toBeLessThan(1600);
});
