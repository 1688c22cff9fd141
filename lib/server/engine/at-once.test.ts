// Everything at once and several workers, and in the end as if one by one: the short form of
// `npm run chaos -- concurrency`.
import { expect, it } from 'vitest';
import { runAtOnce } from '../chaos/concurrency-suite';

it('keeps order, says once once, and leaves a legal history', async () => {
  const load = { events: 500, posts: 200, changes: 50, rounds: 1 };
  const { violations } = await runAtOnce({ ...load, seed: 20_261_122, workers: 0, databaseUrl: null });
  expect(violations).toEqual([]);
}, 300_000);
