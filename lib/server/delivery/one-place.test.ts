// Two senders and one place under a cap, step by step: who is later sees what the other took, and the higher priority
// comes first whoever took it up.
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { asSystem, inWorkspace, rows } from '../db/transaction';
import { claimQueued } from './claim';
import { drainSender } from './drain-sender';
import { loadFacts } from './load-facts';
import { type Prepared, prepareAll } from './prepare';
import { startSends } from './start-sends';
import { queueSend, written, writtenFor } from './testing/queue-sends';
import { oneADay, setRules } from './testing/set-rules';
import { setStage } from './testing/set-stage';

const scene = setStage();
const patient = { maxLatenessHours: 72 };

/** Takes up one send, as a sender of its own would. */
async function takeOne(): Promise<Prepared[]> {
  const { workspaceId } = scene.stage.actor;
  const { claimed, facts } = await inWorkspace(workspaceId, async (tx) => {
    const claimed = await claimQueued(tx, workspaceId, [{ type: 'send-email', places: 1 }], []);
    return { claimed, facts: await loadFacts(tx, workspaceId, claimed) };
  });
  expect(claimed).toHaveLength(1);
  return prepareAll(claimed, facts);
}

/** Where there is more than one session: until one waits for the lock of another, or it is too late for that. */
async function untilSomebodyWaits(isTooLate: () => boolean): Promise<void> {
  if (process.env.TEST_ENGINE === 'pglite') return;
  const waiting = sql`select from pg_locks where locktype = 'advisory' and not granted`;
  while (!isTooLate() && (await asSystem((tx) => rows(tx, waiting))).length === 0);
}

it('who starts later waits for the one before and finds the place taken', async () => {
  await setRules(scene.stage, { caps: [oneADay] });
  const first = await queueSend(scene.stage, 'send-email', { data: patient });
  await queueSend(scene.stage, 'send-email', { customerId: first.customerId, data: patient });
  const [one, other] = [await takeOne(), await takeOne()];
  const { workspaceId } = scene.stage.actor;
  let isOver = false;
  const starts = await Promise.all([
    inWorkspace(workspaceId, async (tx) => {
      const started = await startSends(tx, workspaceId, one);
      await untilSomebodyWaits(() => isOver);
      return started;
    }),
    inWorkspace(workspaceId, (tx) => startSends(tx, workspaceId, other)).finally(() => {
      isOver = true;
    }),
  ]);
  expect(starts.map((started) => started.length).sort()).toEqual([0, 1]);
  const { deliveries, decisions } = await written(scene.stage);
  expect(deliveries).toHaveLength(1);
  expect(decisions.map(({ code }) => code).sort()).toEqual(['held-by-cap', 'send-started']);
});

it('what was taken up first lets the higher priority go first', async () => {
  await setRules(scene.stage, { caps: [oneADay] });
  const low = await queueSend(scene.stage, 'send-email', { data: patient });
  const taken = await takeOne();
  const { customerId } = low;
  const high = await queueSend(scene.stage, 'send-email', { customerId, data: patient, priority: 5 });
  const { workspaceId } = scene.stage.actor;
  expect(await inWorkspace(workspaceId, (tx) => startSends(tx, workspaceId, taken))).toEqual([]);
  await drainSender();
  expect((await writtenFor(scene.stage, high)).row?.status).toBe('done');
  expect(await writtenFor(scene.stage, low)).toMatchObject({
    row: { status: 'queued', attempts: 0 },
    codes: ['held-for-priority'],
  });
});
