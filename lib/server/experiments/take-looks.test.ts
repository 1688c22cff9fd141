// A look that cannot be acted upon waits, and nothing else waits with it.
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { asSystem } from '../db/transaction';
import { experimentDrawing } from '../testing/experiment-drawing';
import { setExperiment } from './testing/set-experiment';

const { scene, live, crowd, daysLater, found } = setExperiment();

const ofFormat = (format: number) =>
  asSystem((tx) =>
    tx.execute(sql`
      update journey_versions set document = jsonb_set(document, '{format}', ${String(format)}::jsonb)
      where workspace_id = ${scene.actor.workspaceId}`),
  );

it('waits while the live drawing is of a newer release, and is taken once it can be read', async () => {
  await live(experimentDrawing());
  await crowd({ arm: 'a', people: 600, buyers: 30 });
  await crowd({ arm: 'b', people: 600, buyers: 150 });
  await ofFormat(2);
  await daysLater(8);
  expect(await found()).toMatchObject({ state: 'running', report: null, outcome: null });
  await ofFormat(1);
  await daysLater(9);
  expect(await found()).toMatchObject({ state: 'decided', outcome: { kind: 'winner', arm: 'b' } });
});
