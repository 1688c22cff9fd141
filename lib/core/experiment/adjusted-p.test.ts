// Adjusted p-values: R's, and their order.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { farFrom } from '../testing/far-from';
import { statisticsVectors } from '../testing/statistics-vectors';
import { adjustedP } from './adjusted-p';

const Many = z.object({ p: z.array(z.number()) });

test.each(statisticsVectors('p_adjust', Many))(
  '$id: as p.adjust',
  ({ input: { p }, expected, tolerance }) => {
    const told = {
      bonferroni: adjustedP.bonferroni(p),
      holm: adjustedP.holm(p),
      bh: adjustedP.benjaminiHochberg(p),
    };
    expect(farFrom(told, expected, tolerance)).toEqual([]);
  },
);

test('none becomes smaller, none above 1, their order stays, and the strict are above the lenient', () => {
  const p = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(p, { maxLength: 8 }), (ps) => {
      const [strict, holm, lenient] = [
        adjustedP.bonferroni(ps),
        adjustedP.holm(ps),
        adjustedP.benjaminiHochberg(ps),
      ];
      for (const [index, own] of ps.entries()) {
        const told = [own, lenient[index] ?? -1, holm[index] ?? -1, (strict[index] ?? -1) + 1e-15, 1 + 1e-15];
        expect(told).toEqual([...told].sort((left, right) => left - right));
        const above = ps.findIndex((other) => other > own);
        if (above >= 0) expect(holm[above] ?? -1).toBeGreaterThanOrEqual(holm[index] ?? 2);
      }
    }),
  );
});
