// Fisher's exact test against sums of binomials, and on the edges.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logGamma } from '../statistics/log-gamma';
import { fisherExact, isTooLittle } from './fisher-exact';

const lnChoose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** Every table with these totals, one after the other. */
function byHand(a: number, n: number, b: number, m: number): number {
  const tables = Array.from({ length: n + 1 }, (_, at) => at).filter(
    (at) => a + b - at >= 0 && a + b - at <= m,
  );
  const chance = (at: number) => Math.exp(lnChoose(n, at) + lnChoose(m, a + b - at) - lnChoose(n + m, a + b));
  const seen = chance(a) * (1 + 1e-7);
  return tables.map(chance).reduce((sum, one) => (one <= seen ? sum + one : sum), 0);
}

test('sums the tables no likelier than the one seen', () => {
  const side = fc
    .nat({ max: 300 })
    .chain((people) => fc.nat({ max: people }).map((conversions) => ({ conversions, people })));
  fc.assert(
    fc.property(side, side, (control, variant) => {
      const p = fisherExact(control, variant);
      const told = byHand(control.conversions, control.people, variant.conversions, variant.people);
      expect(p).toBeCloseTo(told, 9);
      expect(fisherExact(variant, control)).toBeCloseTo(p, 12);
      expect(p > 0 && p <= 1 + 1e-12).toBe(true);
    }),
  );
});

test('known tables, and tables with a row of nothing', () => {
  // R: fisher.test(matrix(c(3, 1, 1, 3), 2)), and Fisher's own tea.
  expect(fisherExact({ conversions: 3, people: 4 }, { conversions: 1, people: 4 })).toBeCloseTo(
    0.4857142857,
    9,
  );
  expect(fisherExact({ conversions: 0, people: 50 }, { conversions: 0, people: 50 })).toBe(1);
  expect(fisherExact({ conversions: 50, people: 50 }, { conversions: 9, people: 9 })).toBe(1);
  expect(fisherExact({ conversions: 0, people: 0 }, { conversions: 0, people: 0 })).toBe(1);
  expect(fisherExact({ conversions: 0, people: 9_000 }, { conversions: 9_000, people: 9_000 })).toBe(0);
});

test('a cell below five is too little', () => {
  const plenty = { conversions: 5, people: 10 };
  expect([isTooLittle(plenty, plenty), isTooLittle(plenty, { conversions: 5, people: 9 })]).toEqual([
    false,
    true,
  ]);
});
