// Every problem can be told.
import { expect, test } from 'vitest';
import problems from '../../i18n/en/problems.json';
import { ProblemCode } from './problem';

test('each code has a sentence, and each sentence a code', () => {
  expect(Object.keys(problems).sort()).toEqual([...ProblemCode.options].sort());
});
