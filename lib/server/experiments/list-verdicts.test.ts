// What was decided lately: each outcome once, the newest first, and whether it can be taken back.
import { expect, it } from 'vitest';
import { PageQuery } from '@/lib/core/api/page';
import { experimentDrawing } from '../testing/experiment-drawing';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { promoteArm, runAgain } from './choose-arm';
import { listVerdicts } from './list-verdicts';
import { setExperiment } from './testing/set-experiment';

const { scene, live, crowd, daysLater } = setExperiment();

const page = async (asked: object = {}, actor = scene.actor) =>
  unwrap(await listVerdicts(actor, PageQuery.parse(asked)));

const told = async () =>
  (await page()).data.map(({ phase, isCurrent, outcome: { kind, arm, by } }) => [
    ...[phase, isCurrent, kind],
    ...[arm, by],
  ]);

it('tells a winner, then what a person chose, and which of them still holds', async () => {
  await live(experimentDrawing());
  await crowd({ arm: 'a', people: 600, buyers: 30 });
  await crowd({ arm: 'b', people: 600, buyers: 150 });
  expect(await told()).toEqual([]);
  await daysLater(8);
  const won = [1, true, 'winner', 'b', 'Experiment rule'];
  expect(await told()).toEqual([won]);
  unwrap(await runAgain(scene.actor, { id: scene.id }));
  await daysLater(9);
  expect(await told()).toEqual([[1, false, 'winner', 'b', 'Experiment rule']]);
  unwrap(await promoteArm(scene.actor, { id: scene.id, arm: 'a' }));
  const chosen = [2, true, 'chosen', 'a', scene.actor.name];
  expect(await told()).toEqual([chosen, [1, false, ...won.slice(2)]]);

  const first = await page({ limit: '1' });
  const second = await page({ limit: '1', cursor: first.next });
  expect([...first.data, ...second.data].map(({ phase }) => phase)).toEqual([2, 1]);
  expect(second.next).toBeNull();
  expect((await page({}, (await freshWorkspace()).actor)).data).toEqual([]);
});
