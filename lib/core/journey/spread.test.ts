// Spreading is even, stable, and never outside its hours.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HOUR, NOON } from '../testing/build-event';
import { spreadOver } from './spread';

it('puts about as many into every hour', () => {
  const perHour = [0, 0, 0, 0];
  for (let index = 0; index < 4000; index += 1) {
    const hour = Math.floor((spreadOver(`enr_${index}`, 4, 0) / HOUR) % 4);
    perHour[hour] = (perHour[hour] ?? 0) + 1;
  }
  for (const people of perHour) expect(Math.abs(people - 1000)).toBeLessThan(100);
});

it('stays within the hours and gives the same place again', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(720), (id, hours) => {
      const at = spreadOver(id, hours, NOON);
      expect(at).toBeGreaterThanOrEqual(NOON);
      expect(at).toBeLessThanOrEqual(NOON + hours * HOUR);
      expect(spreadOver(id, hours, NOON)).toBe(at);
    }),
  );
  expect(spreadOver('enr_1', 0, NOON)).toBe(NOON);
});
