// Bounds that hold at every look: reference values and laws.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { normal } from '../statistics/normal';
import { farFrom } from '../testing/far-from';
import { statisticsVectors } from '../testing/statistics-vectors';
import { alwaysValid } from './always-valid';
import { deltaLift } from './delta-lift';
import { difference } from './difference';
import { estimateRate } from './estimate-rate';

const Boundary = z.object({ alpha: z.number(), n_star: z.number(), N: z.array(z.number()) });
const Arm = z.object({ conversions: z.number(), n: z.number() });
const Pair = z.object({
  control: Arm,
  variant: Arm,
  alpha: z.number(),
  n_star: z.number(),
  scale: z.enum(['relative', 'absolute']),
});

test.each(statisticsVectors('sequential_boundary', Boundary))(
  '$id: bound',
  ({ input, expected, tolerance }) => {
    const bounds = input.N.map((people) => alwaysValid.z(people, input.alpha, input.n_star));
    expect(farFrom({ z_boundary: bounds }, expected, tolerance)).toEqual([]);
  },
);

test.each(statisticsVectors('sequential_ci', Pair))(
  '$id: interval and p',
  ({ input, expected, tolerance }) => {
    const { alpha, n_star: planned, scale } = input;
    const [control, variant] = [input.control, input.variant].map((arm) =>
      estimateRate(arm.conversions, arm.n),
    );
    if (!control || !variant) throw new Error('two arms');
    const found = scale === 'relative' ? deltaLift(control, variant) : difference(control, variant);
    const { value, se } = found ?? { value: 0, se: 0 };
    const people = control.n + variant.n;
    const bound = alwaysValid.z(people, alpha, planned);
    const told = {
      estimate: value,
      se,
      rho: Math.sqrt((-2 * Math.log(alpha) + Math.log(-2 * Math.log(alpha) + 1)) / planned),
      z_boundary: bound,
      halfwidth: bound * se,
      ci: [value - bound * se, value + bound * se],
      p_always_valid: alwaysValid.p(people, value / se, alpha, planned),
    };
    expect(farFrom(told, expected, tolerance)).toEqual([]);
  },
);

const people = fc.integer({ min: 1, max: 10_000_000 });
const alpha = fc.double({ min: 0.001, max: 0.2, noNaN: true });

test('the bound is never below that of a single look, and p passes alpha exactly there', () => {
  fc.assert(
    fc.property(people, people, alpha, (now, planned, level) => {
      const bound = alwaysValid.z(now, level, planned);
      expect(bound).toBeGreaterThan(-normal.quantile(level / 2));
      expect(alwaysValid.p(now, bound, level, planned)).toBeCloseTo(level, 9);
      expect(alwaysValid.p(now, bound * 1.01, level, planned)).toBeLessThan(level);
    }),
  );
});

test('nobody yet says nothing', () => {
  expect(alwaysValid.z(0, 0.05, 1000)).toBe(Number.POSITIVE_INFINITY);
  expect(alwaysValid.p(0, 4, 0.05, 1000)).toBe(1);
  expect(Number.isFinite(alwaysValid.z(10, 0.05, 0))).toBe(true);
});
