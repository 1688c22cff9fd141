// Kill -9 under load, the short form; `npm run chaos -- kill` is the long one.
import { expect, it } from 'vitest';
import { killSuite } from './kill-suite';

const seed = 20_261_122;

it('keeps every promise when the embedded server is killed 8 times', async () => {
  const report = await killSuite({ engine: 'pglite', seed, numbers: { kills: 8 } });
  expect(report.violations).toEqual([]);
  expect(report.figures.accepted).toBeGreaterThan(500);
  expect(report.figures.mails).toBeGreaterThan(50);
});

it('keeps every promise when server and workers on PostgreSQL are killed 8 times', async () => {
  const report = await killSuite({ engine: 'postgresql', seed, numbers: { kills: 8, workers: 2 } });
  expect(report.violations).toEqual([]);
  expect(report.figures.accepted).toBeGreaterThan(500);
  expect(report.figures.mails).toBeGreaterThan(50);
});
