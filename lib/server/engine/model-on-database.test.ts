// The engine on a real database ends where the naive model ends, through random batches, crashes and jumps of the clock:
// the short form of `npm run chaos -- model`.
import { afterEach, expect, it } from 'vitest';
import { thawClock } from '../chaos/frozen-clock';
import { modelRuns } from '../chaos/model-suite';

afterEach(thawClock);

it('ends where the model ends, whatever the batches and wherever a worker dies', async () => {
  const { figures, violations } = await modelRuns(5, 20_261_122);
  expect(violations).toEqual([]);
  expect(figures.crashes).toBeGreaterThan(10);
  expect(figures.decisions).toBeGreaterThan(75);
}, 300_000);
