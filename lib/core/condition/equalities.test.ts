// What an index may rely on.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueAt } from '../json';
import { arbitraryCondition, arbitraryFacts } from '../testing/arbitrary-condition';
import type { Condition, Test } from './condition';
import { equalitiesOf } from './equalities';
import { evaluate } from './evaluate';

function is(
  subject: Test['subject'],
  path: string,
  value: Test['value'],
  operator: Test['operator'] = 'equals',
): Test {
  return { type: 'test', subject, path: [path], operator, ...(value === undefined ? {} : { value }) };
}

const named = (condition: Condition | null) =>
  equalitiesOf(condition).map(({ subject, path, values }) => [subject, path.join('.'), ...values].join(' '));

test('finds what must hold: properties first, one list at most', () => {
  expect(named(null)).toEqual([]);
  expect(named(is('property', 'a', 1))).toEqual(['property a 1']);
  expect(
    named({
      type: 'all',
      of: [
        is('attribute', 'plan', 'pro'),
        is('property', 'a', ['x', 'y', 'x'], 'one-of'),
        is('property', 'b', ['x', 'y'], 'one-of'),
        { type: 'any', of: [is('property', 'c', true)] },
      ],
    }),
  ).toEqual(['property c true', 'property a x y', 'attribute plan pro']);
});

test('relies on nothing that may fail to hold', () => {
  const either = [is('property', 'a', 1), is('property', 'b', 1)];
  expect(named({ type: 'any', of: either })).toEqual([]);
  expect(named({ type: 'none', of: either })).toEqual([]);
  expect(named(is('property', 'a', 1, 'at-least'))).toEqual([]);
  expect(named(is('property', 'a', undefined))).toEqual([]);
  expect(named(is('property', 'a', ['x']))).toEqual([]);
  expect(named(is('property', 'a', 'x', 'one-of'))).toEqual([]);
  expect(named({ ...is('property', 'a', 1), path: [] })).toEqual([]);
});

test('looks at four at most', () => {
  const many = ['a', 'b', 'c', 'd', 'e'].map((path) => is('property', path, 1));
  expect(equalitiesOf({ type: 'all', of: many })).toHaveLength(4);
});

test('where a condition holds, all its equalities do', () => {
  fc.assert(
    fc.property(arbitraryCondition, arbitraryFacts, arbitraryFacts, (condition, attributes, properties) => {
      fc.pre(evaluate(condition, { attributes, properties }));
      for (const { subject, path, values } of equalitiesOf(condition)) {
        const value = valueAt(subject === 'attribute' ? attributes : properties, path);
        expect(values).toContain(value);
      }
    }),
    { numRuns: 500 },
  );
});
