// Filters survive the way through an address.
import { expect, it } from 'vitest';
import { blankTest } from '@/components/condition/blank-line';
import { Test } from '@/lib/core/condition/condition';
import { testsFrom, testsText } from './tests-text';

const test = Test.parse({ ...blankTest('property'), path: ['total'], operator: 'at-least', value: 50 });

it('writes filters and reads them back', () => {
  expect(testsFrom(testsText([test]) ?? undefined)).toEqual([test]);
});

it('leaves out rows that name no property yet', () => {
  expect(testsText([blankTest('property'), test])).toBe(JSON.stringify([test]));
  expect(testsText([blankTest('property')])).toBeNull();
});

it.each(['{', '{"a":1}', undefined])('reads %s as no filters', (text) => {
  expect(testsFrom(text)).toEqual([]);
});
