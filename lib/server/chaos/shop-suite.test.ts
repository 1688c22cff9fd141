// A shop under breaks, the short form; `npm run chaos -- shop` is the long one.
import { expect, it } from 'vitest';
import { shopSuite } from './shop-suite';

const seed = 20_261_123;

it.each(['pglite', 'postgresql'] as const)('keeps a whole shop straight on %s', async (engine) => {
  const { figures, violations } = await shopSuite({ engine, seed, numbers: { shops: 1 } });
  expect(violations).toEqual([]);
  expect(figures.pointsBroken).toBeGreaterThan(50);
});
