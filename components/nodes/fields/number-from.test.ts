// Numbers as people type them.
import { expect, test } from 'vitest';
import { numberFrom } from './number-from';

test.each([
  ['12', 12],
  [' 12 ', 12],
  ['1,5', 1.5],
  ['-0.25', -0.25],
])('%s is a number', (text, number) => expect(numberFrom(text)).toBe(number));

test.each(['', ' ', '5 days', 'abc', '1.000,5', 'Infinity', '1-2'])('“%s” is none', (text) =>
  expect(numberFrom(text)).toBeNull(),
);
