// Retry-After as seconds and as a date, and nothing silly.
import { expect, it } from 'vitest';
import { setNow } from '../testing/clock';
import { retryAfterMs } from './retry-after';

it.each([
  [undefined, null],
  ['', null],
  ['soon', null],
  ['0', 0],
  ['120', 120_000],
  ['-5', 0],
  ['999999999', 86_400_000],
  ['Sun, 01 Mar 2026 09:00:00 GMT', 0],
])('%s', (header, ms) => {
  setNow('2026-03-01T10:00:00Z');
  expect(retryAfterMs(header)).toBe(ms);
});

it('reads a date to come', () => {
  setNow('2026-03-01T10:00:00Z');
  const ms = retryAfterMs('Sun, 01 Mar 2026 10:00:30 GMT') ?? 0;
  expect(Math.round(ms / 1000)).toBe(30);
});
