// Five wrong passwords are free; then the wait doubles, to fifteen minutes and no further.
import { describe, expect, it } from 'vitest';
import { lockedUntil, minutesLocked } from './lockout';

const now = new Date('2026-03-01T12:00:00Z');
const minutes = (failures: number) => minutesLocked(lockedUntil(failures, now), now);

describe('lockout', () => {
  it('leaves the first failures free and doubles the wait after them', () => {
    expect([1, 4, 5, 6, 7, 8, 9, 500].map(minutes)).toEqual([null, null, 1, 2, 4, 8, 15, 15]);
  });

  it('counts a started minute as a whole one and ends exactly then', () => {
    const until = new Date(now.getTime() + 1);
    expect(minutesLocked(until, now)).toBe(1);
    expect(minutesLocked(until, until)).toBeNull();
  });
});
