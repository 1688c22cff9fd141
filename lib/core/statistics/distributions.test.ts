// The wrapper against reference values, and what must hold of every distribution.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { farFrom } from '../testing/far-from';
import { statisticsVectors } from '../testing/statistics-vectors';
import { beta } from './beta';
import { chiSquared } from './chi-squared';
import { logGamma } from './log-gamma';
import { normal } from './normal';
import { studentT } from './student-t';

const functions: Record<string, (a: number, b: number, c: number) => number> = {
  pnorm: normal.cdf,
  pnorm_upper: normal.sf,
  qnorm: normal.quantile,
  pt: studentT.cdf,
  pt_upper: studentT.sf,
  qt: studentT.quantile,
  pchisq: chiSquared.cdf,
  pchisq_upper: chiSquared.sf,
  pbeta: beta.cdf,
  pbeta_upper: beta.sf,
  qbeta: beta.quantile,
  lgamma: logGamma,
};

const Calls = z.object({ calls: z.array(z.object({ fn: z.string(), args: z.array(z.number()) })) });
const vectors = statisticsVectors('distribution_functions', Calls);

test.each(vectors)('$id: distribution functions are R’s', ({ input, expected, tolerance }) => {
  const values = input.calls.map(({ fn, args: [a = 0, b = 0, c = 0] }) => functions[fn]?.(a, b, c));
  expect(farFrom({ values }, expected, tolerance)).toEqual([]);
});

describe('both tails', () => {
  const z = fc.double({ min: -37, max: 37, noNaN: true });
  const df = fc.double({ min: 0.5, max: 1e6, noNaN: true });

  test('of the normal mirror each other and sum to one', () => {
    fc.assert(
      fc.property(z, (at) => {
        expect(normal.cdf(at)).toBe(normal.sf(-at));
        expect(normal.cdf(at) + normal.sf(at)).toBeCloseTo(1, 12);
      }),
    );
  });

  test('of t mirror each other, sum to one and reach the normal', () => {
    fc.assert(
      fc.property(z, df, (at, freedom) => {
        expect(studentT.cdf(at, freedom)).toBe(studentT.sf(-at, freedom));
        expect(studentT.cdf(at, freedom) + studentT.sf(at, freedom)).toBeCloseTo(1, 12);
      }),
    );
    expect(studentT.sf(Number.POSITIVE_INFINITY, 3)).toBe(0);
    expect(studentT.cdf(Number.NEGATIVE_INFINITY, 3)).toBe(0);
    expect(studentT.sf(1.5, 1e12) / normal.sf(1.5)).toBeCloseTo(1, 9);
  });

  test('of chi-squared and beta sum to one', () => {
    const x = fc.double({ min: 0, max: 1, noNaN: true });
    const shape = fc.double({ min: 0.5, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(x, shape, shape, (at, a, b) => {
        expect(beta.cdf(at, a, b) + beta.sf(at, a, b)).toBeCloseTo(1, 10);
        expect(chiSquared.cdf(at * a, b) + chiSquared.sf(at * a, b)).toBeCloseTo(1, 10);
      }),
    );
  });
});

test('quantiles undo the distribution function', () => {
  const p = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
  fc.assert(
    fc.property(p, fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 5_000 }), (at, a, b) => {
      expect(normal.cdf(normal.quantile(at)) / at).toBeCloseTo(1, 9);
      expect(studentT.cdf(studentT.quantile(at, a), a)).toBeCloseTo(at, 7);
      expect(beta.cdf(beta.quantile(at, a, b), a, b)).toBeCloseTo(at, 9);
    }),
    { numRuns: 40 },
  );
  expect(normal.quantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normal.quantile(1)).toBe(Number.POSITIVE_INFINITY);
});

test('a density is the slope of its distribution function, and 0 outside', () => {
  const slope = (cdf: (x: number) => number, x: number) => (cdf(x + 1e-6) - cdf(x - 1e-6)) / 2e-6;
  expect(normal.pdf(0.7)).toBeCloseTo(slope(normal.cdf, 0.7), 6);
  expect(beta.pdf(0.3, 4, 9)).toBeCloseTo(
    slope((x) => beta.cdf(x, 4, 9), 0.3),
    6,
  );
  expect([beta.pdf(0, 1, 2), beta.pdf(1, 1, 2), beta.cdf(-1, 2, 2), beta.sf(2, 2, 2)]).toEqual([0, 0, 0, 0]);
});
