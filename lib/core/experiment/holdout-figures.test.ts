// What marketing was worth: by known figures, and honest where there is nothing to compare.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { farFrom } from '../testing/far-from';
import { statisticsVectors } from '../testing/statistics-vectors';
import { holdoutFigures } from './holdout-figures';

const Side = z.object({
  conversions: z.number(),
  n: z.number(),
  revenue_sum: z.number().default(0),
  revenue_sum_sq: z.number().default(0),
});

/** As if everybody had a value, so that the sums of the reference hold. */
function countOf({ conversions, n, revenue_sum: sum, revenue_sum_sq: square }: z.infer<typeof Side>) {
  const variance = (square - sum ** 2 / n) / (n - 1);
  return { people: n, converted: conversions, active: n, mean: sum / n, variance };
}

const Held = z.object({ holdout: Side, treated: Side });

test.each(statisticsVectors('holdout_lift', Held))('$id: figures', ({ input, expected, tolerance }) => {
  const { orders, revenue, isThin } = holdoutFigures(countOf(input.holdout), countOf(input.treated));
  const told = {
    diff: orders?.difference,
    ci_diff: [orders?.bounds.low, orders?.bounds.high],
    lift: orders?.lift,
    ci_lift_fieller: [orders?.liftBounds?.low, orders?.liftBounds?.high],
    incremental_conversions: orders?.extra,
    ci_incremental_conversions: [orders?.extraBounds.low, orders?.extraBounds.high],
    share_of_conversions_incremental: orders?.share,
    incremental_revenue: revenue?.extra,
    ci_incremental_revenue: [revenue?.extraBounds.low, revenue?.extraBounds.high],
  };
  const known = Object.fromEntries(
    Object.entries(z.record(z.string(), z.unknown()).parse(expected)).filter(([key]) => key in told),
  );
  expect(Object.keys(known).length).toBeGreaterThan(4);
  expect(farFrom(told, known, tolerance)).toEqual([]);
  expect(isThin).toBe(false);
});

const side = (people: number, converted: number) => ({
  ...{ people, converted, active: converted, mean: converted > 0 ? 10 : 0, variance: 0 },
});

test('nobody on a side has no rate and nothing to compare with', () => {
  const { heldOut, treated, orders, revenue, isThin } = holdoutFigures(side(0, 0), side(500, 50));
  expect(heldOut).toEqual({ people: 0, converted: 0, rate: null, revenue: null });
  expect(treated).toMatchObject({ rate: 0.1, revenue: 1 });
  expect([orders, revenue, isThin]).toEqual([null, null, true]);
});

test('nobody who ordered has a picture without a percentage', () => {
  const { orders } = holdoutFigures(side(200, 0), side(2_000, 0));
  expect(orders).toMatchObject({ difference: 0, lift: null, liftBounds: null, share: null });
  expect(orders?.isDistinguishable).toBe(false);
});

test('everybody who ordered differs by nothing', () => {
  const { orders, isThin } = holdoutFigures(side(200, 200), side(2_000, 2_000));
  expect(orders).toMatchObject({ difference: 0, bounds: { low: 0, high: 0 }, isDistinguishable: false });
  expect(isThin).toBe(false);
});
