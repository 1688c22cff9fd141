// The cap on enormous orders: reference values.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { farFrom } from '../testing/far-from';
import { statisticsVectors } from '../testing/statistics-vectors';
import { winsorCap } from './winsor-cap';

const Orders = z.object({ values: z.array(z.number()), upper_percentile: z.number() });

test.each(statisticsVectors('winsorise', Orders))('$id: cap', ({ input, expected, tolerance }) => {
  const cap = winsorCap(input.values, input.upper_percentile) ?? 0;
  const cut = input.values.map((value) => Math.min(cap, value));
  const mean = cut.reduce((sum, value) => sum + value, 0) / cut.length;
  const variance = cut.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (cut.length - 1);
  const told = { cap, mean, variance, n_capped: input.values.filter((value) => value > cap).length };
  expect(farFrom(told, expected, tolerance)).toEqual([]);
});

test('one value is its own cap, none have none', () => {
  expect([winsorCap([7]), winsorCap([])]).toEqual([7, null]);
});
