// Lengths of time and their bounds.
import { expect, test } from 'vitest';
import { durationMs, isDurationAllowed } from './duration';

test('converts to whole ms; a day is 24 hours', () => {
  expect(durationMs({ amount: 90, unit: 'minutes' })).toBe(5_400_000);
  expect(durationMs({ amount: 1.5, unit: 'hours' })).toBe(5_400_000);
  expect(durationMs({ amount: 1, unit: 'days' })).toBe(86_400_000);
});

test('allows one minute to 365 days', () => {
  expect(isDurationAllowed({ amount: 1, unit: 'minutes' })).toBe(true);
  expect(isDurationAllowed({ amount: 365, unit: 'days' })).toBe(true);
  expect(isDurationAllowed({ amount: 59 / 60, unit: 'minutes' })).toBe(false);
  expect(isDurationAllowed({ amount: 366, unit: 'days' })).toBe(false);
  expect(isDurationAllowed({ amount: -1, unit: 'days' })).toBe(false);
});
