// Moments with zeros put beside: as if every value had been written down.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withIdle } from './with-idle';

function momentsOf(values: readonly number[]) {
  const mean = values.length === 0 ? 0 : values.reduce((sum, one) => sum + one, 0) / values.length;
  const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return { mean, variance: values.length > 1 ? squares / (values.length - 1) : 0 };
}

test('equals the moments of all values, zeros among them', () => {
  const amount = fc.integer({ min: -50, max: 1_000 });
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 30 }), fc.nat(40), (values, idle) => {
      const all = [...values, ...Array.from({ length: idle }, () => 0)];
      const { mean, variance } = momentsOf(all);
      const found = withIdle(all.length, { active: values.length, ...momentsOf(values) });
      expect(found.n).toBe(all.length);
      expect(found.value).toBeCloseTo(mean, 6);
      expect(found.variance).toBeCloseTo(variance, 4);
    }),
  );
});

test('keeps its digits where values are large and alike', () => {
  const { value, variance } = withIdle(2, { active: 2, mean: 1e9 + 0.5, variance: 0.5 });
  expect([value, variance]).toEqual([1e9 + 0.5, 0.5]);
});
