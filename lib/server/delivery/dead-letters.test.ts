// Dead letters are visible, and one that is replayed goes out as if it were due now.
import { describe, expect, it } from 'vitest';
import { advanceClock } from '../clock';
import { freshWorkspace } from '../testing/fresh-workspace';
import { drainSender } from './drain-sender';
import { listDead } from './list-dead';
import { replayDead } from './replay-dead';
import { queueSend, writtenFor } from './testing/queue-sends';
import { connectMail, mailsTo, setStage } from './testing/set-stage';

const scene = setStage();

async function deadLetter() {
  await connectMail(scene);
  const queued = await queueSend(scene.stage, 'send-email', { email: 'spam@shop.test' });
  await drainSender();
  return queued;
}

describe('dead letters', () => {
  it('are listed with what was wrong', async () => {
    const { outboxId } = await deadLetter();
    expect(await listDead(scene.stage.actor)).toMatchObject([
      {
        id: outboxId,
        type: 'send-email',
        journeyName: 'Basket',
        attempts: 1,
        lastError: expect.stringContaining('spam'),
      },
    ]);
  });

  it('are tried again on demand, even when they would be too late', async () => {
    const queued = await deadLetter();
    advanceClock(72 * 3_600_000);
    const before = mailsTo(scene, 'spam@shop.test').length;
    expect(await replayDead(scene.stage.actor, { id: queued.outboxId })).toMatchObject({ ok: true });
    await drainSender();
    const { row, deliveries } = await writtenFor(scene.stage, queued);
    expect(row).toMatchObject({ status: 'dead', attempts: 1 });
    expect(deliveries.map(({ attempt, outcome }) => [attempt, outcome])).toEqual([
      [1, 'rejected'],
      [1, 'rejected'],
    ]);
    expect(mailsTo(scene, 'spam@shop.test')).toHaveLength(before + 1);
  });

  it('cannot be replayed twice, nor where they are not dead, nor by another workspace', async () => {
    const { outboxId: id } = await deadLetter();
    const { actor: stranger } = await freshWorkspace();
    expect(await replayDead(stranger, { id })).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
    expect(await listDead(stranger)).toEqual([]);
    expect(await replayDead(scene.stage.actor, { id })).toMatchObject({ ok: true });
    expect(await replayDead(scene.stage.actor, { id })).toMatchObject({
      ok: false,
      refusal: { code: 'not-found' },
    });
  });
});
