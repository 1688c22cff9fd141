// Every reason can be told.
import { expect, test } from 'vitest';
import reasons from '../../i18n/en/reasons.json';
import { ReasonCode } from './reason';

test('each code has a sentence, and each sentence a code', () => {
  expect(Object.keys(reasons).sort()).toEqual([...ReasonCode.options].sort());
});
