// The interval of a single rate: reference values, and what must hold of every rate.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { beta } from '../statistics/beta';
import { farFrom } from '../testing/far-from';
import { statisticsVectors } from '../testing/statistics-vectors';
import { estimateRate } from './estimate-rate';
import { wilsonInterval } from './wilson-interval';

const Rate = z.object({
  conversions: z.number(),
  n: z.number(),
  prior: z.object({ a: z.number(), b: z.number() }),
  level: z.number(),
});

test.each(statisticsVectors('single_rate_interval', Rate))(
  '$id: one rate',
  ({ input, expected, tolerance }) => {
    const { conversions, n, prior, level } = input;
    const { low, high } = wilsonInterval(conversions, n, level);
    const tails = [(1 - level) / 2, 1 - (1 - level) / 2];
    const told = {
      rate: estimateRate(conversions, n).value,
      credible_95: tails.map((p) => beta.quantile(p, prior.a + conversions, prior.b + n - conversions)),
      wilson_95: [low, high],
    };
    expect(farFrom(told, expected, tolerance)).toEqual([]);
  },
);

test('holds the rate, stays within 0 and 1, mirrors, and narrows', () => {
  const counts = fc
    .integer({ min: 1, max: 100_000 })
    .chain((people) => fc.nat({ max: people }).map((part) => ({ people, part })));
  fc.assert(
    fc.property(counts, ({ people, part }) => {
      const { low, high } = wilsonInterval(part, people);
      expect(0 <= low && low <= part / people && part / people <= high && high <= 1).toBe(true);
      const mirrored = wilsonInterval(people - part, people);
      expect(mirrored.low).toBeCloseTo(1 - high, 12);
      const more = wilsonInterval(part * 4, people * 4);
      expect(more.high - more.low).toBeLessThan(high - low);
    }),
  );
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
});
