// Optimise mode from the first look to the end: shares follow what is seen, people keep their arm, and it settles.
import { expect, it } from 'vitest';
import { experimentPhases } from '@/drizzle/schema';
import { FindExperiment } from '@/lib/core/api/experiment';
import { sharePeriods } from '@/lib/core/experiment/share-periods';
import { inWorkspace } from '../db/transaction';
import { experimentDrawing } from '../testing/experiment-drawing';
import { freshWorkspace } from '../testing/fresh-workspace';
import { findExperiment } from './find-experiment';
import { setExperiment } from './testing/set-experiment';

const { scene, live, crowd, daysLater, found, comesBy } = setExperiment();
const optimised = experimentDrawing({ design: { mode: 'optimise' }, percents: [80, 20] });
const names = Array.from({ length: 60 }, (_, index) => `visitor ${index}`);

const periods = async () => {
  const [row] = await inWorkspace(scene.actor.workspaceId, (tx) => tx.select().from(experimentPhases));
  return sharePeriods(row?.periods ?? []);
};

it('deals equally while it learns, then by the chances, and whoever was dealt an arm keeps it', async () => {
  await live(optimised);
  expect(await periods()).toMatchObject([{ period: 1, shares: { a: 50, b: 50 }, isDealt: true }]);
  const first = new Map<string, string | null | undefined>();
  for (const name of names.slice(0, 12)) first.set(name, (await comesBy(name))?.arm);
  expect(new Set(first.values())).toEqual(new Set(['a', 'b']));
  await crowd({ arm: 'a', people: 300, buyers: 20 });
  await crowd({ arm: 'b', people: 300, buyers: 26 });
  await daysLater(0.1);
  expect((await found()).report).toMatchObject({ verdict: { kind: 'optimising' }, shares: null });
  await daysLater(3);
  const { report, state } = await found();
  expect([state, report?.verdict.kind, report?.unmet]).toEqual(['running', 'optimising', []]);
  const [, second] = await periods();
  expect(second).toMatchObject({ period: 2, shares: report?.shares, isDealt: true });
  expect(second?.shares.b).toBeGreaterThan(60);
  for (const [name, arm] of first) expect(await comesBy(name)).toMatchObject({ arm, phase: 1, period: 2 });
  expect(await comesBy('somebody new')).toMatchObject({ code: 'arm-assigned', period: 2 });
  await daysLater(3.1);
  expect(await periods()).toHaveLength(2);
});

it('settles on one arm, and another shop sees nothing of it', async () => {
  await live(optimised);
  await crowd({ arm: 'a', people: 600, buyers: 20 });
  await crowd({ arm: 'b', people: 600, buyers: 200 });
  await daysLater(3);
  const { state, outcome, verdict } = await found();
  expect(verdict).toEqual({ kind: 'settled', arm: 'b' });
  expect([state, outcome?.kind, outcome?.arm]).toEqual(['decided', 'settled', 'b']);
  expect(await comesBy('late')).toMatchObject({ code: 'experiment-settled', arm: 'b' });
  const { actor } = await freshWorkspace();
  expect(await findExperiment(actor, FindExperiment.parse({ id: scene.id }))).toMatchObject({ ok: false });
});

it('stands still where people were not dealt as its shares said', async () => {
  await live(optimised);
  await crowd({ arm: 'a', people: 600, buyers: 60 });
  await crowd({ arm: 'b', people: 300, buyers: 32 });
  await daysLater(3);
  expect((await found()).report).toMatchObject({
    verdict: { kind: 'unhealthy' },
    unmet: ['split'],
    shares: null,
  });
  expect(await periods()).toHaveLength(1);
});
