// Sample size, power and the smallest rise: reference values, and that they undo each other.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { farFrom } from '../testing/far-from';
import { statisticsVectors } from '../testing/statistics-vectors';
import { powerMean, powerRate, sampleSizeMean, sampleSizeRate } from './sample-size';
import { smallestRise } from './smallest-rise';

const Certainty = { alpha: z.number(), power: z.number() };
const Rates = z.object({
  baseline: z.number(),
  target: z.number(),
  arms: z.number(),
  correction: z.string(),
  ...Certainty,
});
const Means = z.object({ sd: z.number(), delta: z.number(), ...Certainty });
const Reach = z.object({ baseline: z.number(), n_per_arm: z.number(), ...Certainty });

test.each(statisticsVectors('sample_size_proportion', Rates))('$id: people per arm for a rate', (vector) => {
  const { baseline, target, arms, correction, alpha, power } = vector.input;
  const shared = correction === 'none' ? alpha : alpha / (arms - 1);
  const size = sampleSizeRate(baseline, target, { alpha: shared, power });
  const told = { n_per_arm_exact: size, n_per_arm: Math.ceil(size), n_total: arms * Math.ceil(size) };
  expect(farFrom(told, vector.expected, vector.tolerance)).toEqual([]);
});

test.each(statisticsVectors('sample_size_mean', Means))('$id: people per arm for a mean', (vector) => {
  const { sd, delta, ...certainty } = vector.input;
  const size = sampleSizeMean(sd, delta, certainty);
  const told = { n_per_arm_exact: size, n_per_arm: Math.ceil(size) };
  expect(farFrom(told, vector.expected, vector.tolerance)).toEqual([]);
});

test.each(statisticsVectors('mde_proportion', Reach))('$id: smallest rise', (vector) => {
  const { baseline, n_per_arm: n, ...certainty } = vector.input;
  const rise = smallestRise(baseline, n, certainty) ?? 0;
  const told = { mde_absolute: rise, mde_relative: rise / baseline };
  expect(farFrom(told, vector.expected, vector.tolerance)).toEqual([]);
});

test('the power of the sample size is the power asked for', () => {
  const rate = fc.double({ min: 0.001, max: 0.9, noNaN: true });
  const share = fc.double({ min: 0.02, max: 0.5, noNaN: true });
  const power = fc.double({ min: 0.3, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(rate, share, power, (baseline, part, wanted) => {
      const target = baseline + part * (1 - baseline);
      const certainty = { alpha: 0.05, power: wanted };
      const size = sampleSizeRate(baseline, target, certainty);
      expect(powerRate(baseline, target, size, 0.05)).toBeCloseTo(wanted, 8);
      const sizeMean = sampleSizeMean(baseline, part, certainty);
      expect(powerMean(baseline, part, sizeMean, 0.05)).toBeCloseTo(wanted, 8);
      expect(sampleSizeRate(target, baseline, certainty)).toBeCloseTo(size, 5);
    }),
  );
});

test('no change needs everybody, a certain change nobody', () => {
  const certainty = { alpha: 0.05, power: 0.8 };
  expect(sampleSizeRate(0.1, 0.1, certainty)).toBe(Number.POSITIVE_INFINITY);
  expect(sampleSizeMean(5, 0, certainty)).toBe(Number.POSITIVE_INFINITY);
  expect([powerRate(0, 1, 10, 0.05), powerRate(1, 1, 10, 0.05)]).toEqual([1, 0.025]);
  expect([powerMean(0, 1, 10, 0.05), powerMean(0, 0, 10, 0.05)]).toEqual([1, 0.025]);
  expect(smallestRise(0.9, 3, certainty)).toBeNull();
});
