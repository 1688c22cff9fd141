// Typing stays at one place; choosing, adding and removing are steps of their own.
import { expect, test } from 'vitest';
import type { Condition } from '@/lib/core/condition/condition';
import { changePlace } from './change-place';

const country = (value: string, more: object = {}): Condition => ({
  type: 'all',
  of: [{ type: 'test', subject: 'attribute', path: ['country'], operator: 'equals', value, ...more }],
});

test('typing in one field has a place', () => {
  expect(changePlace(country('E'), country('ES'))).toBe('.of.0.value');
});

test('anything else has none', () => {
  expect(changePlace(country('E'), country('E'))).toBe('');
  expect(changePlace(country('E'), { type: 'all', of: [] })).toBe('');
  expect(changePlace(country('E'), country('F', { path: ['city'] }))).toBe('');
  expect(changePlace(country('E'), country('E', { value: 5 }))).toBe('');
});
