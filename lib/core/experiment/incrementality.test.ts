// Treated people against those held out: reference values, and honesty about the sign.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { farFrom } from '../testing/far-from';
import { statisticsVectors } from '../testing/statistics-vectors';
import { estimateRate } from './estimate-rate';
import { incrementality } from './incrementality';

const Side = z.object({
  conversions: z.number(),
  n: z.number(),
  revenue_sum: z.number().optional(),
  revenue_sum_sq: z.number().optional(),
});
type Side = z.infer<typeof Side>;
const Held = z.object({ holdout: Side, treated: Side });

function revenueOf({ n, revenue_sum: sum = 0, revenue_sum_sq: square = 0 }: Side) {
  return { n, value: sum / n, variance: (square - sum ** 2 / n) / (n - 1) };
}

test.each(statisticsVectors('holdout_lift', Held))('$id: held out', ({ input, expected, tolerance }) => {
  const holdout = estimateRate(input.holdout.conversions, input.holdout.n);
  const treated = estimateRate(input.treated.conversions, input.treated.n);
  const found = incrementality(holdout, treated);
  const revenue = incrementality(revenueOf(input.holdout), revenueOf(input.treated));
  if (!found || !revenue) throw new Error('two people');
  const told = {
    rate_holdout: holdout.value,
    rate_treated: treated.value,
    diff: found.difference.value,
    ci_diff: [found.interval.low, found.interval.high],
    p: found.p,
    lift: found.lift?.value,
    ci_lift_fieller: [found.lift?.interval?.low, found.lift?.interval?.high],
    incremental_conversions: found.extra,
    ci_incremental_conversions: [found.extraInterval.low, found.extraInterval.high],
    share_of_conversions_incremental: found.share,
    revenue_per_person_diff: revenue.difference.value,
    incremental_revenue: revenue.extra,
    ci_incremental_revenue: [revenue.extraInterval.low, revenue.extraInterval.high],
  };
  expect(farFrom(told, expected, tolerance)).toEqual([]);
});

test('a loss is told as a loss, and what may be nothing as nothing yet', () => {
  expect(incrementality(estimateRate(50, 1000), estimateRate(400, 9000))).toMatchObject({
    extra: expect.closeTo(-50, 9),
    share: expect.closeTo(-0.125, 9),
    isDistinguishable: false,
  });
  expect(incrementality(estimateRate(10, 1000), estimateRate(500, 9000))?.isDistinguishable).toBe(true);
  expect(incrementality(estimateRate(500, 1000), estimateRate(0, 9000))).toMatchObject({
    share: null,
    isDistinguishable: true,
  });
  expect(incrementality(estimateRate(0, 1), estimateRate(5, 9000))).toBeNull();
});
