// Which conditions are not finished.
import { expect, test } from 'vitest';
import type { Condition, Test } from './condition';
import { conditionProblems } from './problems';

const whole: Test = { type: 'test', subject: 'attribute', path: ['plan'], operator: 'equals', value: 'pro' };

const codes = (condition: Condition) =>
  conditionProblems(condition, 'filter').map(({ code, field }) => `${code} ${field}`);

test('a finished condition has no problem', () => {
  expect(codes(whole)).toEqual([]);
  expect(codes({ ...whole, value: 0 })).toEqual([]);
  expect(codes({ ...whole, operator: 'one-of', value: ['a'] })).toEqual([]);
  expect(codes({ type: 'test', subject: 'property', path: ['a', 'b'], operator: 'is-set' })).toEqual([]);
  expect(codes({ type: 'test', subject: 'property', path: ['a'], operator: 'is-not-set' })).toEqual([]);
  expect(codes({ type: 'all', of: [] })).toEqual([]);
});

test('a test needs a path and its kind of value', () => {
  const { value: _value, ...bare } = whole;
  const unfinished: Test[] = [
    bare,
    { ...whole, path: [] },
    { ...whole, path: ['a', ''] },
    { ...whole, value: '' },
    { ...whole, value: ['pro'] },
    { ...whole, operator: 'one-of' },
    { ...whole, operator: 'one-of', value: [] },
  ];
  for (const part of unfinished) expect(codes(part)).toEqual(['incomplete-condition filter']);
});

test('names the part at fault', () => {
  const inner: Condition = { type: 'any', of: [whole, { type: 'all', of: [] }] };
  expect(codes({ type: 'none', of: [inner, { ...whole, value: '' }] })).toEqual([
    'empty-condition filter.of.0.of.1',
    'incomplete-condition filter.of.1',
  ]);
  expect(codes({ type: 'any', of: [] })).toEqual(['empty-condition filter']);
});
