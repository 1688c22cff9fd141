// Crash points and pairs, the short forms; `npm run chaos -- crash-points` and `crash-pairs` are the long ones.
import { expect, it } from 'vitest';
import { crashPairs } from './crash-pairs';
import { crashPoints } from './crash-points';

const seed = 20_261_122;
const engines = ['pglite', 'postgresql'] as const;

it.each(engines)('a passage on %s survives breaks at points and statements', async (engine) => {
  const { figures, violations } = await crashPoints({ engine, seed, numbers: { every: 80 } });
  expect(violations).toEqual([]);
  expect(figures.points).toBeGreaterThan(30);
  expect(figures.missed).toBe(0);
});

it.each(engines)('a passage on %s survives two breaks', async (engine) => {
  const { violations } = await crashPairs({ engine, seed, numbers: { pairs: 6 } });
  expect(violations).toEqual([]);
});
