// The check of the split: reference values, and what must hold of every split.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { farFrom } from '../testing/far-from';
import { statisticsVectors } from '../testing/statistics-vectors';
import { sampleRatio } from './sample-ratio';

const Split = z.object({ observed: z.array(z.number()), weights: z.array(z.number()) });

test.each(statisticsVectors('srm', Split))('$id: sample ratio', ({ input, expected, tolerance }) => {
  const arms = input.observed.map((people, index) => ({ people, weight: input.weights[index] ?? 0 }));
  const { isMismatch, ...told } = sampleRatio(arms);
  expect(farFrom({ ...told, flag: isMismatch }, expected, tolerance)).toEqual([]);
});

test('an arm of weight 0 takes no part, and one arm alone is never unfair', () => {
  expect(
    sampleRatio([
      { people: 900, weight: 100 },
      { people: 3, weight: 0 },
    ]),
  ).toEqual({
    chi2: 0,
    df: 0,
    p: 1,
    isMismatch: false,
  });
  expect(sampleRatio([])).toEqual({ chi2: 0, df: 0, p: 1, isMismatch: false });
  expect(
    sampleRatio([
      { people: 0, weight: 1 },
      { people: 0, weight: 1 },
    ]).p,
  ).toBe(1);
});

test('the order of the arms and the unit of the weights make no difference', () => {
  const arm = fc.record({ people: fc.nat({ max: 100_000 }), weight: fc.integer({ min: 0, max: 100 }) });
  fc.assert(
    fc.property(fc.array(arm, { minLength: 1, maxLength: 6 }), (arms) => {
      const told = sampleRatio(arms);
      const turned = sampleRatio(arms.toReversed().map((one) => ({ ...one, weight: one.weight * 7 })));
      expect(turned.chi2).toBeCloseTo(told.chi2, 6);
      expect(turned.p).toBeCloseTo(told.p, 9);
      expect(told.p >= 0 && told.p <= 1).toBe(true);
    }),
  );
});
