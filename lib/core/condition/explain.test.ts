// What is said about a condition that does not hold.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryCondition, arbitraryFacts } from '../testing/arbitrary-condition';
import { Condition, type Leaf, type Test } from './condition';
import { evaluate, type Facts } from './evaluate';
import { explain } from './explain';

const total = (value: number): Test => ({
  type: 'test',
  subject: 'property',
  path: ['total'],
  operator: 'at-least',
  value,
});
const plan = (value: string): Test => ({
  type: 'test',
  subject: 'attribute',
  path: ['plan'],
  operator: 'equals',
  value,
});
const facts: Facts = { properties: { total: 42 }, attributes: { plan: 'free' } };

function said(condition: Condition): string[] {
  return explain(condition, facts).failed.map(
    ({ name, actual, shouldHold }) => `${name} = ${actual}${shouldHold ? '' : ' (must not)'}`,
  );
}

describe('a condition that does not hold', () => {
  test('names the test and the value it found', () => {
    expect(explain(total(50), facts)).toEqual({
      holds: false,
      failed: [{ leaf: total(50), name: 'property.total', actual: 42, shouldHold: true, isKnown: true }],
    });
  });

  test('is explained by what failed of all, by everything of any, by what held of none', () => {
    expect(said({ type: 'all', of: [total(10), total(50), plan('pro')] })).toEqual([
      'property.total = 42',
      'attribute.plan = free',
    ]);
    expect(said({ type: 'any', of: [total(50), plan('pro')] })).toEqual([
      'property.total = 42',
      'attribute.plan = free',
    ]);
    expect(said({ type: 'none', of: [total(10), plan('pro')] })).toEqual(['property.total = 42 (must not)']);
  });

  test('is explained through groups of groups', () => {
    const both: Condition = { type: 'all', of: [total(10), plan('free')] };
    expect(said({ type: 'none', of: [both] })).toEqual([
      'property.total = 42 (must not)',
      'attribute.plan = free (must not)',
    ]);
    expect(said({ type: 'none', of: [{ type: 'none', of: [total(50)] }] })).toEqual(['property.total = 42']);
    expect(said({ type: 'all', of: [{ type: 'any', of: [total(10), total(50)] }, plan('pro')] })).toEqual([
      'attribute.plan = free',
    ]);
  });

  test('names what is not known any more only where it may have been to blame', () => {
    const isKnown = (leaf: Leaf) => leaf.type === 'test' && leaf.subject === 'property';
    const of = (condition: Condition) => {
      const { holds, failed } = explain(condition, facts, isKnown);
      return { holds, failed: failed.map(({ name, actual, isKnown: is }) => `${name} ${is ? actual : '?'}`) };
    };
    expect(of({ type: 'all', of: [total(50), plan('pro')] })).toEqual({
      holds: false,
      failed: ['property.total 42'],
    });
    expect(of({ type: 'all', of: [total(10), plan('pro')] })).toEqual({
      holds: null,
      failed: ['attribute.plan ?'],
    });
    expect(of({ type: 'any', of: [total(50), plan('pro')] })).toEqual({
      holds: null,
      failed: ['property.total 42', 'attribute.plan ?'],
    });
    expect(of({ type: 'any', of: [total(10), plan('pro')] })).toEqual({ holds: true, failed: [] });
    expect(of({ type: 'none', of: [total(50), plan('pro')] })).toEqual({
      holds: null,
      failed: ['attribute.plan ?'],
    });
    expect(of({ type: 'none', of: [total(10), plan('pro')] })).toEqual({
      holds: false,
      failed: ['property.total 42'],
    });
  });

  test('may have nobody to blame: a group without parts', () => {
    expect(explain({ type: 'any', of: [] }, facts)).toEqual({ holds: false, failed: [] });
  });
});

test('holds where evaluate says so, and then nothing is listed', () => {
  fc.assert(
    fc.property(arbitraryCondition, arbitraryFacts, arbitraryFacts, (condition, attributes, properties) => {
      const known = { attributes, properties };
      const { holds, failed } = explain(condition, known);
      expect(holds).toBe(evaluate(condition, known));
      if (holds) expect(failed).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('every test that is listed came out the other way', () => {
  fc.assert(
    fc.property(arbitraryCondition, arbitraryFacts, arbitraryFacts, (condition, attributes, properties) => {
      const known = { attributes, properties };
      for (const { leaf, shouldHold } of explain(condition, known).failed) {
        expect(evaluate(leaf, known)).toBe(!shouldHold);
      }
    }),
    { numRuns: 500 },
  );
});

test('where every test that is listed came out right, the condition would hold', () => {
  const flipped = (condition: Condition, wrong: ReadonlySet<Condition>): Condition => {
    if ('of' in condition) return { ...condition, of: condition.of.map((part) => flipped(part, wrong)) };
    if (!wrong.has(condition)) return condition;
    return { type: 'none', of: [condition] };
  };
  fc.assert(
    fc.property(arbitraryCondition, arbitraryFacts, arbitraryFacts, (drawn, attributes, properties) => {
      // As text and back: a leaf that was drawn for two places must be two leaves.
      const condition = Condition.parse(JSON.parse(JSON.stringify(drawn)));
      const known = { attributes, properties };
      const { holds, failed } = explain(condition, known);
      const wrong = new Set<Condition>(failed.map(({ leaf }) => leaf));
      const hasEmptyGroup = JSON.stringify(condition).includes('"of":[]');
      if (!holds && !hasEmptyGroup) expect(evaluate(flipped(condition, wrong), known)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('whatever is not known: where it is settled all the same, it is as everything known says', () => {
  const anything = fc.tuple(arbitraryCondition, arbitraryFacts, arbitraryFacts, fc.func(fc.boolean()));
  fc.assert(
    fc.property(anything, ([condition, attributes, properties, isKnown]) => {
      const known = { attributes, properties };
      const { holds, failed } = explain(condition, known, isKnown);
      if (holds !== null) expect(holds).toBe(evaluate(condition, known));
      if (holds === false) expect(failed.every((test) => test.isKnown)).toBe(true);
      for (const { leaf, shouldHold, isKnown: is } of failed) {
        expect(is).toBe(isKnown(leaf));
        if (is) expect(evaluate(leaf, known)).toBe(!shouldHold);
      }
    }),
    { numRuns: 500 },
  );
});
