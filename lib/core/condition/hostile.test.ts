// Conditions that were made to hurt: patterns, depth, values of a wrong type.
import { expect, test } from 'vitest';
import { Condition, EventTest, Operator, type Test } from './condition';
import { evaluate } from './evaluate';
import { explain } from './explain';
import { conditionProblems } from './problems';
import { testedValues } from './tested-values';

const about = (operator: Operator, value: Test['value']): Test => ({
  type: 'test',
  subject: 'property',
  path: ['text'],
  operator,
  ...(value !== undefined && { value }),
});

const facts = (text: unknown) => ({ attributes: {}, properties: { text: `${text}` }, now: 0 });

test('a pattern is text like any other, whatever it is compared with', () => {
  const pattern = '^(a+)+$';
  for (const operator of Operator.options) {
    const hostile = about(operator, pattern);
    expect(evaluate(hostile, facts(`${'a'.repeat(10_000)}!`))).toBe(
      operator === 'not-equals' || operator === 'not-contains' || operator === 'is-set',
    );
  }
  expect(evaluate(about('contains', pattern), facts(`x${pattern}x`))).toBe(true);
});

test('a regular expression is refused when it is saved', () => {
  const hostile = about('matches', '^(a+)+$');
  expect(evaluate(hostile, facts(`${'a'.repeat(40)}!`))).toBe(false);
  expect(conditionProblems(hostile, 'condition').map(({ code }) => code)).toEqual(['bad-pattern']);
  expect(conditionProblems(about('matches', 'TEA-*'), 'condition')).toEqual([]);
  const where = EventTest.parse({ type: 'event', event: 'Bought', where: [hostile] });
  expect(conditionProblems(where, 'condition').map(({ code }) => code)).toEqual(['bad-pattern']);
});

test('a tree too deep is refused when it is stored, however deep', () => {
  let deep: unknown = about('is-set', undefined);
  for (let level = 0; level < 2_000; level += 1) deep = { type: 'all', of: [deep] };
  expect(Condition.safeParse(deep).success).toBe(false);
});

test('a value of the wrong type makes a test fail, and is recorded', () => {
  for (const wrong of ['many', true, null, ['60'], { amount: 60 }]) {
    const test = about('at-least', 50);
    const found = { attributes: {}, properties: { text: wrong }, now: 0 };
    expect(evaluate(test, found)).toBe(false);
    expect(explain(test, found).failed).toHaveLength(1);
    expect(testedValues([test], found)).toEqual({
      'property.text': typeof wrong === 'object' && wrong !== null ? '…' : wrong,
    });
  }
});
