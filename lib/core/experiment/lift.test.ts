// Differences and lifts of rates: reference values, and that lift and verdict never disagree.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deltaLift } from './delta-lift';
import { difference, intervalOf } from './difference';
import { estimateRate } from './estimate-rate';
import { lift } from './lift';

const counts = fc
  .integer({ min: 2, max: 50_000 })
  .chain((people) => fc.nat({ max: people }).map((conversions) => estimateRate(conversions, people)));
const mean = fc.record({
  n: fc.integer({ min: 2, max: 50_000 }),
  value: fc.double({ min: -100, max: 100, noNaN: true }),
  variance: fc.double({ min: 0.001, max: 10_000, noNaN: true }),
});
const z = fc.double({ min: 0.5, max: 6, noNaN: true });

test('the interval of the lift leaves out 0 exactly when the difference passes its bound', () => {
  fc.assert(
    fc.property(fc.oneof(fc.tuple(counts, counts), fc.tuple(mean, mean)), z, ([control, variant], at) => {
      const found = difference(control, variant);
      const told = lift(control, variant, at)?.interval;
      if (!found || !told || found.se === 0) return;
      const distance = Math.abs(found.value) / found.se;
      if (Math.abs(distance - at) < 1e-6) return;
      expect(told.low > 0 || told.high < 0).toBe(distance > at);
      expect(told.low).toBeLessThanOrEqual(told.high);
      expect(Math.sign(lift(control, variant, at)?.value ?? 0)).toBe(Math.sign(found.value));
    }),
    { numRuns: 500 },
  );
});

test('intervals narrow as people come', () => {
  fc.assert(
    fc.property(mean, mean, z, fc.integer({ min: 2, max: 20 }), (control, variant, at, times) => {
      const more = [control, variant].map((one) => ({ ...one, n: one.n * times }));
      const width = (pair: readonly (typeof control)[]) => {
        const [first, second] = pair;
        const found = first && second ? difference(first, second) : null;
        const told = found ? intervalOf(found, at) : { low: 0, high: 0 };
        return told.high - told.low;
      };
      expect(width(more)).toBeLessThan(width([control, variant]));
    }),
  );
});

test('a baseline below 0 mirrors the lift', () => {
  const low = { n: 100, value: -10, variance: 4 };
  const up = { n: 100, value: -5, variance: 4 };
  const mirrored = lift({ ...low, value: 10 }, { ...up, value: 5 }, 1.96);
  expect(lift(low, up, 1.96)?.value).toBeCloseTo(0.5, 12);
  expect(lift(low, up, 1.96)?.interval?.low).toBeCloseTo(-(mirrored?.interval?.high ?? 0), 12);
  expect(deltaLift(low, up)?.value).toBeCloseTo(0.5, 12);
});

test('too small a baseline has a lift without bounds, none at all has none', () => {
  expect(lift(estimateRate(1, 1000), estimateRate(30, 1000), 1.96)).toEqual({
    value: expect.closeTo(29, 9),
    interval: null,
  });
  const nobody = estimateRate(0, 0);
  const some = estimateRate(5, 10);
  expect([lift(estimateRate(0, 50), some, 2), lift(nobody, some, 2), lift(some, nobody, 2)]).toEqual([
    null,
    null,
    null,
  ]);
  expect([deltaLift(estimateRate(0, 50), some), deltaLift(some, estimateRate(1, 1))]).toEqual([null, null]);
  expect([difference(some, estimateRate(1, 1)), difference(nobody, some)]).toEqual([null, null]);
});
