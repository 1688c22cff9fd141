// Dead letters are visible, and one that is replayed goes out as if it were due now.
import { describe, expect, it } from 'vitest';
import type { Actor } from '../actor';
import { advanceClock } from '../clock';
import { listMessages } from '../messages/list-messages';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { drainSender } from './drain-sender';
import { replayMessage } from './replay-message';
import { queueSend, writtenFor } from './testing/queue-sends';
import { connectMail, mailsTo, setStage } from './testing/set-stage';

const scene = setStage();

async function deadLetter() {
  await connectMail(scene);
  const queued = await queueSend(scene.stage, 'send-email', { email: 'spam@shop.test' });
  await drainSender();
  const [message] = await failed(scene.stage.actor);
  return { queued, id: message?.id ?? 'msg_none' };
}

/** The dead letters of a workspace: what the Messages page shows under Failed. */
async function failed(actor: Actor) {
  return unwrap(await listMessages(actor, { limit: 50, status: 'failed' })).data;
}

describe('dead letters', () => {
  it('are listed with what was wrong', async () => {
    await deadLetter();
    expect(await failed(scene.stage.actor)).toMatchObject([
      { channel: 'email', journeyName: 'Basket', reason: expect.stringContaining('spam') },
    ]);
  });

  it('are tried again on demand, even when they would be too late', async () => {
    const { queued, id } = await deadLetter();
    advanceClock(72 * 3_600_000);
    const before = mailsTo(scene, 'spam@shop.test').length;
    expect(await replayMessage(scene.stage.actor, { id })).toMatchObject({ ok: true });
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
    const { id } = await deadLetter();
    const { actor: stranger } = await freshWorkspace();
    expect(await replayMessage(stranger, { id })).toMatchObject({
      ok: false,
      refusal: { code: 'not-found' },
    });
    expect(await failed(stranger)).toEqual([]);
    expect(await replayMessage(scene.stage.actor, { id })).toMatchObject({ ok: true });
    expect(await replayMessage(scene.stage.actor, { id })).toMatchObject({
      ok: false,
      refusal: { code: 'not-found' },
    });
  });
});
