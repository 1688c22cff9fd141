// Correction by history: reference values, and when it keeps its hands off.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { farFrom } from '../testing/far-from';
import { statisticsVectors } from '../testing/statistics-vectors';
import { cuped } from './cuped';
import { difference } from './difference';
import { zLook } from './fixed-look';
import type { PairMoments } from './pair-moments';

const Values = z.array(z.number());
const Arms = z.object({ control_y: Values, control_x: Values, variant_y: Values, variant_x: Values });

function momentsOf(ys: readonly number[], xs: readonly number[]): PairMoments {
  const n = ys.length;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / n;
  const [meanY, meanX] = [mean(ys), mean(xs)];
  const shared = (one: readonly number[], a: number, other: readonly number[], b: number) =>
    one.reduce((sum, value, index) => sum + (value - a) * ((other[index] ?? 0) - b), 0) / (n - 1);
  return {
    n,
    meanY,
    meanX,
    varianceY: shared(ys, meanY, ys, meanY),
    varianceX: shared(xs, meanX, xs, meanX),
    covariance: shared(ys, meanY, xs, meanX),
  };
}

test.each(statisticsVectors('cuped', Arms))('$id: corrected by history', ({ input, expected, tolerance }) => {
  const plain = [momentsOf(input.control_y, input.control_x), momentsOf(input.variant_y, input.variant_x)];
  const { theta, arms } = cuped(plain, 1);
  const [control, variant] = arms;
  const [plainControl, plainVariant] = plain.map(({ n, meanY, varianceY }) => ({
    n,
    value: meanY,
    variance: varianceY,
  }));
  if (!control || !variant || !plainControl || !plainVariant) throw new Error('two arms');
  const [found, before] = [difference(control, variant), difference(plainControl, plainVariant)];
  if (!found || !before) throw new Error('two people');
  const told = {
    theta,
    adjusted_mean_control: control.value,
    adjusted_mean_variant: variant.value,
    adjusted_diff: found.value,
    unadjusted_diff: before.value,
    adjusted_se: found.se,
    unadjusted_se: before.se,
    variance_reduction_control: 1 - control.variance / plainControl.variance,
    variance_reduction_variant: 1 - variant.variance / plainVariant.variance,
    z: zLook(found).statistic,
  };
  expect(farFrom(told, expected, tolerance)).toEqual([]);
});

test('without history, with little of it, or with nobody, everything stays as it was', () => {
  const still = momentsOf([1, 2, 3], [0, 0, 0]);
  const told = momentsOf([1, 2, 3], [1, 2, 3]);
  const nobody = { ...still, n: 0, meanY: 0, meanX: 0, varianceY: 0, varianceX: 0, covariance: 0 };
  expect(cuped([still, still], 1)).toMatchObject({ theta: 0, arms: [{ value: 2, variance: 1 }, {}] });
  expect(cuped([told, told], 0.09)).toMatchObject({ theta: 0, arms: [{ value: 2, variance: 1 }, {}] });
  expect(cuped([told, told], 0.1).theta).toBeCloseTo(1, 12);
  expect(cuped([nobody], 1)).toMatchObject({ theta: 0, arms: [{ n: 0, value: 0, variance: 0 }] });
});

test('no people give a number that is none', () => {
  const pair = fc.tuple(fc.nat({ max: 100 }), fc.nat({ max: 100 }));
  fc.assert(
    fc.property(
      fc.array(fc.array(pair, { minLength: 2, maxLength: 12 }), { minLength: 1, maxLength: 3 }),
      (people) => {
        const plain = people.map((arm) =>
          momentsOf(
            arm.map(([y]) => y),
            arm.map(([, x]) => x),
          ),
        );
        const { theta, arms } = cuped(plain, 1);
        expect(
          [theta, ...arms.flatMap(({ value, variance }) => [value, variance])].every(Number.isFinite),
        ).toBe(true);
        expect(arms.every(({ variance }) => variance >= 0)).toBe(true);
      },
    ),
  );
});
