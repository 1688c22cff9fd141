// What counts as a condition.
import { expect, test } from 'vitest';
import { Condition, isUnset, leavesOf, MAX_GROUP_DEPTH } from './condition';

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

test('takes a line of every kind, and fills in what a line just added leaves open', () => {
  for (const type of ['event', 'segment', 'product']) {
    const line = Condition.parse({ type });
    expect(line).toMatchObject({ type });
    expect(Condition.parse(line)).toEqual(line);
    expect(isUnset(line)).toBe(false);
  }
});

test('a group without parts was not chosen yet; leaves come in order', () => {
  expect(isUnset(Condition.parse({ type: 'any', of: [] }))).toBe(true);
  const tree = Condition.parse({ type: 'all', of: [test1, { type: 'none', of: [{ type: 'event' }] }] });
  expect(isUnset(tree)).toBe(false);
  expect(leavesOf(tree).map(({ type }) => type)).toEqual(['test', 'event']);
});

test('refuses deeper trees, other operators and unknown keys', () => {
  expect(Condition.safeParse(nested(MAX_GROUP_DEPTH + 1)).success).toBe(false);
  expect(Condition.safeParse(nested(2000)).success).toBe(false);
  expect(Condition.safeParse({ ...test1, operator: 'is-like' }).success).toBe(false);
  expect(Condition.safeParse({ ...test1, sql: '1=1' }).success).toBe(false);
});
