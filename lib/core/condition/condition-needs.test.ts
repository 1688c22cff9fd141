// What a condition has to be told, and that being told more changes nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueAt } from '../json';
import { arbitraryAllFacts, arbitraryCondition } from '../testing/arbitrary-condition';
import { type Condition, EventTest, ProductTest, SegmentTest, type Test } from './condition';
import { type ConditionNeeds, conditionNeeds, joinNeeds, NO_NEEDS } from './condition-needs';
import { evaluate, type Facts } from './evaluate';

const is = (subject: Test['subject'], ...path: string[]): Test => ({
  type: 'test',
  subject,
  path,
  operator: 'is-set',
});
const did = (event: string, change: Partial<EventTest> = {}) =>
  EventTest.parse({ type: 'event', event, ...change });
const inSegment = (segmentId: SegmentTest['segmentId']) => SegmentTest.parse({ type: 'segment', segmentId });
const product = (change: Partial<ProductTest>) => ProductTest.parse({ type: 'product', ...change });

describe('needs', () => {
  test('a value of the customer is loaded by its first key; what is at hand is not loaded', () => {
    expect(conditionNeeds([is('attribute', 'cart', 'total')])).toEqual({ ...NO_NEEDS, attributes: ['cart'] });
    expect(conditionNeeds([is('property', 'x'), is('saved', 'y'), is('attribute')])).toEqual(NO_NEEDS);
  });

  test('events are looked back at as far as the longest window over them', () => {
    const day = did('Bought', { within: { amount: 1, unit: 'days' } });
    const hour = did('Bought', { within: { amount: 1, unit: 'hours' } });
    expect(conditionNeeds([hour, day, hour]).events).toEqual({ Bought: 86_400_000 });
    expect(conditionNeeds([day, did('Bought')]).events).toEqual({ Bought: null });
    expect(conditionNeeds([did('Bought'), day, did('Left')]).events).toEqual({ Bought: null, Left: null });
  });

  test('segments and products are named, products by a property where one is chosen', () => {
    const all: Condition = {
      type: 'none',
      of: [
        inSegment('seg_a'),
        inSegment('seg_a'),
        product({ sku: 'TEA' }),
        product({ sku: 'ignored', path: ['a.b'] }),
        product({ path: ['a', 'b'] }),
        product({ path: ['a', 'b'] }),
      ],
    };
    expect(conditionNeeds([all])).toEqual({
      ...NO_NEEDS,
      segments: ['seg_a'],
      skus: ['TEA'],
      skuPaths: [['a.b'], ['a', 'b']],
    });
  });

  test('what is not chosen yet needs nothing', () => {
    expect(conditionNeeds([did(''), inSegment(null), product({})])).toEqual(NO_NEEDS);
  });

  test('an event may be called anything', () => {
    const { events } = conditionNeeds([did('__proto__'), did('constructor')]);
    expect(Object.entries(events)).toEqual([
      ['__proto__', null],
      ['constructor', null],
    ]);
  });
});

/** The facts as somebody would load them who knows nothing but the needs. */
function cutDown(facts: Facts, needs: ConditionNeeds): Facts {
  const { attributes, properties, now = 0, past, segments, products } = facts;
  const skus = new Set(needs.skus.concat(needs.skuPaths.map((path) => String(valueAt(properties, path)))));
  const isLookedAt = (name: string, at: number) => {
    const window = needs.events[name];
    return window !== undefined && (window === null || at > now - window);
  };
  return {
    ...facts,
    attributes: Object.fromEntries(
      Object.entries(attributes).filter(([key]) => needs.attributes.includes(key)),
    ),
    ...(past && { past: past.filter(({ name, at }) => isLookedAt(name, at)) }),
    ...(segments && { segments: new Set([...segments].filter((id) => needs.segments.includes(id))) }),
    ...(products && { products: new Map([...products].filter(([sku]) => skus.has(sku))) }),
  };
}

const storable = (needs: ConditionNeeds) => JSON.parse(JSON.stringify(needs));

test('whoever loads what is needed, and nothing else, gets the answer that all facts give', () => {
  fc.assert(
    fc.property(fc.array(arbitraryCondition, { maxLength: 3 }), arbitraryAllFacts, (conditions, facts) => {
      const needs = storable(conditionNeeds(conditions));
      for (const condition of conditions) {
        expect(evaluate(condition, cutDown(facts, needs))).toBe(evaluate(condition, facts));
      }
    }),
    { numRuns: 2000 },
  );
});

test('joining needs is needing all of it: in any order, and once is enough', () => {
  fc.assert(
    fc.property(arbitraryCondition, arbitraryCondition, (one, other) => {
      const joined = joinNeeds([conditionNeeds([one]), conditionNeeds([other])]);
      expect(joined).toEqual(conditionNeeds([one, other]));
      expect(joinNeeds([joined, joined])).toEqual(joined);
      expect(joinNeeds([joined, NO_NEEDS])).toEqual(joined);
    }),
  );
});
