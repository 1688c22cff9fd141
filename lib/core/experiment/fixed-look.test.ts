// Single looks at two rates, two means, two ratios and a relative lift: reference values.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { normal } from '../statistics/normal';
import { studentT } from '../statistics/student-t';
import { farFrom } from '../testing/far-from';
import { statisticsVectors } from '../testing/statistics-vectors';
import { deltaLift } from './delta-lift';
import { difference } from './difference';
import type { Estimate, Interval } from './estimate';
import { estimateRate } from './estimate-rate';
import { estimateRatio } from './estimate-ratio';
import { fisherExact } from './fisher-exact';
import { pooledDifference, welchLook, zLook } from './fixed-look';
import { lift } from './lift';
import type { PairMoments } from './pair-moments';

const Z95 = -normal.quantile(0.025);
const list = (interval: Interval | null | undefined) => (interval ? [interval.low, interval.high] : null);
const known = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('two people in each arm');
  return value;
};

const Arm = z.object({ conversions: z.number(), n: z.number() });
const Rates = z.object({ control: Arm, variant: Arm, level: z.number() });

test.each(statisticsVectors('two_proportion', Rates))('$id: two rates', ({ input, expected, tolerance }) => {
  const control = estimateRate(input.control.conversions, input.control.n);
  const variant = estimateRate(input.variant.conversions, input.variant.n);
  const unpooled = known(difference(control, variant));
  const [fixed, pooled] = [zLook(unpooled, input.level), zLook(known(pooledDifference(control, variant)))];
  const delta = known(deltaLift(control, variant));
  const counts = ({ conversions, n }: z.infer<typeof Arm>) => ({ conversions, people: n });
  const told = {
    rate_control: control.value,
    rate_variant: variant.value,
    diff: unpooled.value,
    z_pooled: pooled.statistic,
    p_pooled: pooled.p,
    se_unpooled: unpooled.se,
    z_unpooled: fixed.statistic,
    p_unpooled: fixed.p,
    ci_diff: list(fixed.interval),
    lift: lift(control, variant, Z95)?.value,
    lift_se_delta: delta.se,
    ci_lift_delta: list(zLook(delta, input.level).interval),
    ci_lift_fieller: list(lift(control, variant, -normal.quantile((1 - input.level) / 2))?.interval),
    p_fisher_two_sided: fisherExact(counts(input.control), counts(input.variant)),
  };
  expect(farFrom(told, expected, tolerance)).toEqual([]);
});

const Effect = z.object({ control: Arm, variant: Arm, scale: z.literal('relative') });

test.each(statisticsVectors('gaussian_effect', Effect))('$id: a lift', ({ input, expected, tolerance }) => {
  const control = estimateRate(input.control.conversions, input.control.n);
  const delta = known(deltaLift(control, estimateRate(input.variant.conversions, input.variant.n)));
  const told = {
    lift: delta.value,
    lift_se_delta: delta.se,
    chance_to_win: normal.cdf(delta.value / delta.se),
    ci_95: list(zLook(delta).interval),
  };
  expect(farFrom(told, expected, tolerance)).toEqual([]);
});

const Sums = z.object({ n: z.number(), sum: z.number(), sum_sq: z.number() });
const Values = z.array(z.number());
const Means = z.union([
  z.object({ control: Sums, variant: Sums, level: z.number() }),
  z.object({ control_values: Values, variant_values: Values, level: z.number() }),
]);

function fromSums({ n, sum, sum_sq }: z.infer<typeof Sums>): Estimate {
  return { n, value: sum / n, variance: (sum_sq - sum ** 2 / n) / (n - 1) };
}

function fromValues(values: readonly number[]): Estimate {
  const n = values.length;
  const value = values.reduce((sum, one) => sum + one, 0) / n;
  return { n, value, variance: values.reduce((sum, one) => sum + (one - value) ** 2, 0) / (n - 1) };
}

test.each(statisticsVectors('welch', Means))('$id: two means', ({ input, expected, tolerance }) => {
  const [control, variant] =
    'control' in input
      ? [fromSums(input.control), fromSums(input.variant)]
      : [fromValues(input.control_values), fromValues(input.variant_values)];
  const found = known(difference(control, variant));
  const { statistic, df, p, interval } = known(welchLook(control, variant, input.level));
  const delta = known(deltaLift(control, variant));
  const reach = -studentT.quantile((1 - input.level) / 2, df) * delta.se;
  const told = {
    mean_control: control.value,
    mean_variant: variant.value,
    diff: found.value,
    se: found.se,
    t: statistic,
    df,
    p,
    ci_diff: list(interval),
    lift: delta.value,
    lift_se_delta: delta.se,
    p_lift: 2 * studentT.sf(Math.abs(delta.value / delta.se), df),
    ci_lift_delta: [delta.value - reach, delta.value + reach],
  };
  expect(farFrom(told, expected, tolerance)).toEqual([]);
});

const PairSums = z.object({
  n: z.number(),
  sum_num: z.number(),
  sumsq_num: z.number(),
  sum_den: z.number(),
  sumsq_den: z.number(),
  sum_prod: z.number(),
});
const Ratios = z.object({ control: PairSums, variant: PairSums });

function momentsOf({
  n,
  sum_num,
  sumsq_num,
  sum_den,
  sumsq_den,
  sum_prod,
}: z.infer<typeof PairSums>): PairMoments {
  const centred = (product: number, one: number, other: number) => (product - (one * other) / n) / (n - 1);
  return {
    n,
    meanY: sum_num / n,
    meanX: sum_den / n,
    varianceY: centred(sumsq_num, sum_num, sum_num),
    varianceX: centred(sumsq_den, sum_den, sum_den),
    covariance: centred(sum_prod, sum_num, sum_den),
  };
}

test.each(statisticsVectors('ratio_metric', Ratios))('$id: two ratios', ({ input, expected, tolerance }) => {
  const control = estimateRatio(momentsOf(input.control));
  const variant = estimateRatio(momentsOf(input.variant));
  const found = known(difference(control, variant));
  const delta = known(deltaLift(control, variant));
  const told = {
    ratio_control: control.value,
    ratio_variant: variant.value,
    se_control: Math.sqrt(control.variance / control.n),
    se_variant: Math.sqrt(variant.variance / variant.n),
    diff: found.value,
    se_diff: found.se,
    z: zLook(found).statistic,
    p: zLook(found).p,
    lift: delta.value,
    lift_se_delta: delta.se,
    ci_lift_delta: list(zLook(delta).interval),
  };
  expect(farFrom(told, expected, tolerance)).toEqual([]);
});

describe('where nobody varies', () => {
  const none = estimateRate(0, 50);
  const all = estimateRate(50, 50);

  test('equal arms have p 1, different ones p 0', () => {
    expect(zLook(known(difference(none, none)))).toMatchObject({ statistic: 0, p: 1 });
    expect(zLook(known(difference(none, all)))).toMatchObject({ statistic: Number.POSITIVE_INFINITY, p: 0 });
    expect(welchLook(none, none)).toMatchObject({
      statistic: 0,
      df: 98,
      p: 1,
      interval: { low: 0, high: 0 },
    });
    expect(welchLook(all, none)).toMatchObject({ statistic: Number.NEGATIVE_INFINITY, p: 0 });
    expect(zLook(known(pooledDifference(none, all))).statistic).toBeCloseTo(10, 9);
  });

  test('one person shows nothing, and a ratio without a divisor is none', () => {
    expect([welchLook(all, estimateRate(1, 1)), pooledDifference(estimateRate(0, 0), all)]).toEqual([
      null,
      null,
    ]);
    const still = { n: 9, meanY: 0, meanX: 0, varianceY: 0, varianceX: 0, covariance: 0 };
    expect(estimateRatio(still)).toEqual({ n: 0, value: 0, variance: 0 });
  });
});
