// What is typed in the workspace's zone is the moment that is meant, on both sides of a change of clocks.
import { expect, test } from 'vitest';
import { instantFrom, wallTime } from './wall-time';

test.each([
  ['2026-01-10T09:00', 'Europe/Prague', '2026-01-10T08:00:00.000Z'],
  ['2026-07-10T09:00', 'Europe/Prague', '2026-07-10T07:00:00.000Z'],
  ['2026-07-10T00:30', 'America/New_York', '2026-07-10T04:30:00.000Z'],
])('%s in %s is %s and back', (wall, zone, instant) => {
  expect(instantFrom(wall, zone)).toBe(instant);
  expect(wallTime(instant, zone)).toBe(wall);
});

test('nothing is nothing, half a date too', () => {
  expect(wallTime(null, 'UTC')).toBe('');
  for (const wall of ['', '2026-01-10', '2026-13-10T09:00', 'T09:00'])
    expect(instantFrom(wall, 'UTC')).toBeNull();
});
