// A passage that went on and on keeps its newest decisions, and leaves to the others on the page all of theirs.
import { expect, it } from 'vitest';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { writeMoments } from '../engine/write-moments';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { mailDrawing, publishDrawn, tell } from './testing/tell';
import { whyForCustomer } from './why-for-customer';

it('cuts each passage apart', async () => {
  const { actor } = await freshWorkspace();
  const journeyId = await publishDrawn(actor, mailDrawing({ reentry: 'unlimited' }));
  for (const total of [60, 70]) {
    await tell(actor, 'ada', { event: 'Ordered', properties: { total } });
    await drainEngine();
  }
  const story = async () => {
    const { data } = unwrap(await whyForCustomer(actor, { id: 'ada', journeyId, limit: 50 }));
    return data.map(({ passage }) => passage);
  };
  const [newest] = await story();
  const first = newest?.decisions[0];
  if (!newest || !first) throw new Error('nobody entered');
  const steps = Array.from({ length: 2_100 }, (_, place) => [null, 'path-ended', { place }] as const);
  const whose = { customerId: first.customerId, journeyId, version: 1, enrollmentId: newest.enrollmentId };
  await inWorkspace(actor.workspaceId, (tx) =>
    writeMoments(tx, actor.workspaceId, [{ ...whose, at: now().getTime(), steps }]),
  );
  expect((await story()).map((passage) => passage?.decisions.length)).toEqual([2_000, 3]);
});
