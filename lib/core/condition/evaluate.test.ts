// What each operator means.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../json';
import { arbitraryCondition, arbitraryFacts } from '../testing/arbitrary-condition';
import type { Condition, Operator, Test } from './condition';
import { evaluate } from './evaluate';

function holds(actual: Json | undefined, operator: Operator, value?: Test['value']): boolean {
  const attributes = actual === undefined ? {} : { it: actual };
  const asked = value === undefined ? {} : { value };
  return evaluate(
    { type: 'test', subject: 'attribute', path: ['it'], operator, ...asked },
    {
      attributes,
      properties: {},
    },
  );
}

describe('operators', () => {
  test('equals is honest about types', () => {
    expect(holds('5', 'equals', '5')).toBe(true);
    expect(holds(5, 'equals', 5)).toBe(true);
    expect(holds(true, 'equals', true)).toBe(true);
    expect(holds('5', 'equals', 5)).toBe(false);
    expect(holds('true', 'equals', true)).toBe(false);
    expect(holds('Pro', 'equals', 'pro')).toBe(false);
    expect(holds(undefined, 'equals', '')).toBe(false);
  });

  test('not-equals is its opposite, and holds for what is missing', () => {
    expect(holds('a', 'not-equals', 'b')).toBe(true);
    expect(holds('a', 'not-equals', 'a')).toBe(false);
    expect(holds('5', 'not-equals', 5)).toBe(true);
    expect(holds(undefined, 'not-equals', 'a')).toBe(true);
    expect(holds(null, 'not-equals', 'a')).toBe(true);
  });

  test('contains looks inside a text and inside a list', () => {
    expect(holds('running shoes', 'contains', 'shoe')).toBe(true);
    expect(holds('running shoes', 'contains', 'Shoe')).toBe(false);
    expect(holds('7 shoes', 'contains', 7)).toBe(false);
    expect(holds(['a', 7], 'contains', 7)).toBe(true);
    expect(holds(['a', 7], 'contains', '7')).toBe(false);
    expect(holds({ a: 1 }, 'contains', 'a')).toBe(false);
    expect(holds(undefined, 'contains', '')).toBe(false);
  });

  test('not-contains is its opposite, and holds for what is missing', () => {
    expect(holds('running shoes', 'not-contains', 'tea')).toBe(true);
    expect(holds('running shoes', 'not-contains', 'shoe')).toBe(false);
    expect(holds(['a'], 'not-contains', 'a')).toBe(false);
    expect(holds(undefined, 'not-contains', 'a')).toBe(true);
    expect(holds('a', 'not-contains')).toBe(false);
  });

  test('contains-any and contains-all ask for several at once', () => {
    expect(holds(['a', 7], 'contains-any', ['b', 7])).toBe(true);
    expect(holds(['a', 7], 'contains-any', ['b', '7'])).toBe(false);
    expect(holds('green tea', 'contains-any', ['tea', 'mug'])).toBe(true);
    expect(holds(['a', 7], 'contains-all', ['a', 7])).toBe(true);
    expect(holds(['a', 7], 'contains-all', ['a', 'b'])).toBe(false);
    expect(holds('green tea', 'contains-all', ['tea', 'green'])).toBe(true);
    for (const operator of ['contains-any', 'contains-all'] as const) {
      expect(holds(['a'], operator, [])).toBe(false);
      expect(holds(['a'], operator, 'a')).toBe(false);
      expect(holds(undefined, operator, ['a'])).toBe(false);
    }
  });

  test('ends-with and matches are for texts', () => {
    expect(holds('ada@shop.example', 'ends-with', '@shop.example')).toBe(true);
    expect(holds('ada@shop.example', 'ends-with', '@shop')).toBe(false);
    expect(holds(10, 'ends-with', '0')).toBe(false);
    expect(holds('TEA-100', 'matches', 'TEA-*')).toBe(true);
    expect(holds('TEA-100', 'matches', 'TEA')).toBe(false);
    expect(holds(100, 'matches', '*')).toBe(false);
    expect(holds('100', 'matches', 100)).toBe(false);
  });

  test('starts-with is for texts, dates among them', () => {
    expect(holds('2026-03-01T12:00:00Z', 'starts-with', '2026-03')).toBe(true);
    expect(holds('2026-04-01', 'starts-with', '2026-03')).toBe(false);
    expect(holds(2026, 'starts-with', '20')).toBe(false);
    expect(holds('2026', 'starts-with', 20)).toBe(false);
  });

  test('only numbers have an order', () => {
    expect(holds(3, 'greater-than', 2)).toBe(true);
    expect(holds(2, 'greater-than', 2)).toBe(false);
    expect(holds(2, 'at-least', 2)).toBe(true);
    expect(holds(1, 'at-least', 2)).toBe(false);
    expect(holds(1, 'less-than', 2)).toBe(true);
    expect(holds(2, 'less-than', 2)).toBe(false);
    expect(holds(2, 'at-most', 2)).toBe(true);
    expect(holds(3, 'at-most', 2)).toBe(false);
    expect(holds('3', 'greater-than', 2)).toBe(false);
    expect(holds(3, 'greater-than', '2')).toBe(false);
    expect(holds('2026-03-02', 'greater-than', '2026-03-01')).toBe(false);
  });

  test('one-of equals any of a list', () => {
    expect(holds('b', 'one-of', ['a', 'b'])).toBe(true);
    expect(holds('c', 'one-of', ['a', 'b'])).toBe(false);
    expect(holds('7', 'one-of', [7])).toBe(false);
    expect(holds('a', 'one-of', 'a')).toBe(false);
  });

  test('is-set is about being there; null is not there, an empty text is', () => {
    expect(holds('', 'is-set')).toBe(true);
    expect(holds(false, 'is-set')).toBe(true);
    expect(holds(null, 'is-set')).toBe(false);
    expect(holds(undefined, 'is-set')).toBe(false);
    expect(holds(null, 'is-not-set')).toBe(true);
    expect(holds(0, 'is-not-set')).toBe(false);
  });

  test('an unfinished test holds for nobody', () => {
    for (const operator of ['equals', 'not-equals', 'contains', 'at-least', 'one-of'] as const) {
      expect(holds('a', operator)).toBe(false);
    }
    expect(holds('a', 'equals', ['a'])).toBe(false);
    expect(holds('a', 'not-equals', ['b'])).toBe(false);
    const nowhere: Test = { type: 'test', subject: 'attribute', path: [], operator: 'is-not-set' };
    expect(evaluate(nowhere, { attributes: {}, properties: {} })).toBe(false);
  });
});

describe('groups', () => {
  const yes: Condition = { type: 'all', of: [] };
  const no: Condition = { type: 'any', of: [] };
  const facts = { attributes: {}, properties: { total: 9 } };

  test('all, any and none of nothing', () => {
    expect(evaluate(yes, facts)).toBe(true);
    expect(evaluate(no, facts)).toBe(false);
    expect(evaluate({ type: 'none', of: [] }, facts)).toBe(true);
  });

  test('all, any and none of something', () => {
    expect(evaluate({ type: 'all', of: [yes, no] }, facts)).toBe(false);
    expect(evaluate({ type: 'any', of: [no, yes] }, facts)).toBe(true);
    expect(evaluate({ type: 'none', of: [no, yes] }, facts)).toBe(false);
    expect(evaluate({ type: 'none', of: [no, no] }, facts)).toBe(true);
  });

  test('looks at properties as at attributes', () => {
    const total: Test = {
      type: 'test',
      subject: 'property',
      path: ['total'],
      operator: 'at-least',
      value: 9,
    };
    expect(evaluate(total, facts)).toBe(true);
    expect(evaluate({ ...total, subject: 'attribute' }, facts)).toBe(false);
  });
});

test('answers for every condition and all facts', () => {
  fc.assert(
    fc.property(arbitraryCondition, arbitraryFacts, arbitraryFacts, (condition, attributes, properties) => {
      const facts = { attributes, properties };
      expect(evaluate({ type: 'none', of: [condition] }, facts)).toBe(!evaluate(condition, facts));
    }),
  );
});
