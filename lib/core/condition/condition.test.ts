// What counts as a condition.
import { expect, test } from 'vitest';
import { Condition, MAX_GROUP_DEPTH } from './condition';

const test1 = {
  type: 'test',
  subject: 'attribute',
  path: ['plan'],
  operator: 'equals',
  value: 'pro',
} as const;

function nested(depth: number): unknown {
  return depth === 0 ? test1 : { type: 'all', of: [nested(depth - 1)] };
}

test('takes tests, finished or not, and groups of groups', () => {
  expect(Condition.safeParse(test1).success).toBe(true);
  expect(Condition.safeParse({ ...test1, path: [], value: undefined }).success).toBe(false);
  expect(
    Condition.safeParse({ type: 'test', subject: 'property', path: [], operator: 'is-set' }).success,
  ).toBe(true);
  expect(Condition.parse(nested(MAX_GROUP_DEPTH))).toEqual(nested(MAX_GROUP_DEPTH));
});

test('refuses deeper trees, other operators and unknown keys', () => {
  expect(Condition.safeParse(nested(MAX_GROUP_DEPTH + 1)).success).toBe(false);
  expect(Condition.safeParse(nested(2000)).success).toBe(false);
  expect(Condition.safeParse({ ...test1, operator: 'matches' }).success).toBe(false);
  expect(Condition.safeParse({ ...test1, sql: '1=1' }).success).toBe(false);
});
