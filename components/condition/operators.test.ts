// A value outlives a change of operator wherever it still makes sense, and never turns into something it was not.
import { expect, test } from 'vitest';
import type { Operator, Test } from '@/lib/core/condition/condition';
import { kindOf, kindsOf, withKind, withOperator } from './operators';

const asked = (operator: Operator, value?: Test['value']): Test => ({
  type: 'test',
  subject: 'property',
  path: ['total'],
  operator,
  ...(value !== undefined && { value }),
});

const changes: [string, Test, Operator, Test['value']][] = [
  ['text stays text', asked('equals', 'red'), 'not-equals', 'red'],
  [
    'a numeric text becomes a number where only numbers are compared',
    asked('equals', '50'),
    'greater-than',
    50,
  ],
  ['other text is dropped there', asked('equals', 'red'), 'greater-than', ''],
  ['one value becomes a list of one', asked('equals', 'red'), 'one-of', ['red']],
  ['an empty value becomes an empty list', asked('equals', ''), 'one-of', []],
  ['a list becomes its first value', asked('one-of', ['red', 'blue']), 'equals', 'red'],
  ['an empty list becomes an empty value', asked('one-of', []), 'equals', ''],
  ['a number starts a text only as text', asked('equals', 5), 'starts-with', '5'],
  ['a missing value is asked for again', asked('is-set'), 'equals', ''],
  ['several are asked for at once', asked('contains', 'red'), 'contains-all', ['red']],
  ['and one again', asked('contains-any', ['red', 'blue']), 'not-contains', 'red'],
  ['a number ends a text only as text', asked('equals', 5), 'matches', '5'],
  ['yes is kept', asked('equals', true), 'not-equals', true],
];

test.each(changes)('%s', (_, before, operator, value) => {
  expect(withOperator(before, operator)).toEqual(asked(operator, value));
});

test('an operator without a value has none', () => {
  expect(withOperator(asked('equals', 'red'), 'is-set')).toEqual(asked('is-set'));
  expect(kindsOf('is-not-set')).toEqual([]);
});

test('the kind of a value can be chosen where the operator takes several', () => {
  expect(kindsOf('equals')).toEqual(['text', 'number', 'yes-no']);
  expect(withKind(asked('equals', '7'), 'number').value).toBe(7);
  expect(withKind(asked('equals', 'seven'), 'number').value).toBe(0);
  expect(withKind(asked('equals', 'seven'), 'yes-no').value).toBe(false);
  expect(withKind(asked('equals', ''), 'yes-no').value).toBe(false);
  expect(withKind(asked('equals', true), 'number').value).toBe(0);
  expect([kindOf(undefined), kindOf(3), kindOf([]), kindOf([false])]).toEqual([
    'text',
    'number',
    'text',
    'yes-no',
  ]);
});
