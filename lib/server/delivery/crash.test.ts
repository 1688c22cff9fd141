// The sender breaks between any two steps and runs again: marketing reaches a provider at most once, nothing is lost
// without a trace, and a worker that was given up changes nothing.
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { messages } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { advanceClock } from '../clock';
import { inWorkspace } from '../db/transaction';
import { plantFaults } from '../fault';
import { claimLost, LEASE_MS } from './claim';
import { conclude } from './conclude';
import { drainSender } from './drain-sender';
import { finishSends } from './finish-sends';
import { beat } from './in-hand';
import { optOut } from './opt-out';
import { queueSend, setJourneyState, writtenFor } from './testing/queue-sends';
import { connectHooks, connectMail, mailsTo, setStage } from './testing/set-stage';

const scene = setStage();

const POINTS = [
  'sender.find',
  'sender.recover',
  'sender.claim',
  'sender.start',
  'sender.send',
  'sender.smtp',
  'sender.finish',
];
const SIDES = ['before', 'after'] as const;
const moments = POINTS.flatMap((point) => SIDES.map((side) => [side, point] as const));

/** Breaks at the first pass through a point, and counts how often it broke. */
function breakOnce(point: string, side: 'before' | 'after'): () => number {
  let broken = 0;
  const breakNow = () => {
    broken += 1;
    if (broken === 1) throw new Error(`broken ${side} ${point}`);
  };
  plantFaults((name) => (name === point ? { [side]: breakNow } : undefined));
  return () => broken;
}

/** Lets the broken process be forgotten, and another one carry on. */
async function comeBack(): Promise<void> {
  plantFaults(undefined);
  advanceClock(LEASE_MS + 1);
  await drainSender();
}

describe('a crash', () => {
  it.each(moments)('%s %s: a marketing mail goes out at most once', async (side, point) => {
    await connectMail(scene);
    const address = `${side}-${point}@shop.test`;
    const queued = await queueSend(scene.stage, 'send-email', { email: address });
    const broken = breakOnce(point, side);
    await drainSender().catch(() => {});
    expect(broken()).toBeGreaterThan(0);
    await comeBack();
    // Refused for now by the fault before anything was handed over: the retry is due later.
    advanceClock(60_000);
    await drainSender();
    const { row, message, deliveries } = await writtenFor(scene.stage, queued);
    const sent = mailsTo(scene, address).length;
    expect([row?.status, message?.status, sent]).toEqual(
      row?.status === 'done' ? ['done', 'sent', 1] : ['unknown', 'unknown', sent],
    );
    expect(sent).toBeLessThanOrEqual(1);
    expect(deliveries.some(({ outcome }) => outcome === 'started')).toBe(false);
  });

  it.each(moments.filter(([, point]) => point !== 'sender.smtp'))(
    '%s %s: a webhook arrives, under one id',
    async (side, point) => {
      await connectHooks(scene);
      const path = `/${side}/${point}`;
      const queued = await queueSend(scene.stage, 'call-webhook', {
        data: { url: scene.receiver.url + path },
      });
      breakOnce(point, side);
      await drainSender().catch(() => {});
      await comeBack();
      advanceClock(5_000);
      await drainSender();
      expect((await writtenFor(scene.stage, queued)).row?.status).toBe('done');
      const calls = scene.receiver.taken.filter((call) => call.path === path);
      expect([1, 2]).toContain(calls.length);
      expect(new Set(calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    },
  );
});

describe('a worker that was given up', () => {
  it('finds its row taken and changes nothing', async () => {
    await connectMail(scene);
    const queued = await queueSend(scene.stage, 'send-email', { email: 'zombie@shop.test' });
    const { workspaceId } = scene.stage.actor;
    let wake = () => {};
    const asleep = new Promise<void>((fellAsleep) => {
      plantFaults((name) =>
        name === 'sender.send'
          ? {
              before: () =>
                new Promise<void>((resolve) => {
                  wake = resolve;
                  fellAsleep();
                }),
            }
          : undefined,
      );
    });
    const zombie = drainSender();
    await asleep;
    advanceClock(LEASE_MS + 1);
    // Another process: it has nothing in hand, so it sees the lease that ran out.
    await inWorkspace(workspaceId, async (tx) => {
      const [row] = await claimLost(tx, workspaceId, 10, []);
      if (!row) throw new Error('nothing was lost');
      const at = new Date();
      const conclusion = conclude(row, { kind: 'unknown', reason: 'lost' }, row.attempts, at, at);
      const { id, fence, messageId } = row;
      await finishSends(tx, workspaceId, [
        { id, fence, messageId, channel: 'email', address: '', conclusion },
      ]);
    });
    plantFaults(undefined);
    wake();
    await zombie;
    expect(await writtenFor(scene.stage, queued)).toMatchObject({
      row: { status: 'unknown', fence: 2 },
      message: { status: 'unknown' },
      deliveries: [{ outcome: 'unknown' }],
    });
  });

  it('keeps its rows as long as its heart beats', async () => {
    await connectMail(scene);
    const queued = await queueSend(scene.stage, 'send-email', { email: 'slow@shop.test' });
    const { workspaceId } = scene.stage.actor;
    let wake = () => {};
    const slow = new Promise<void>((started) => {
      plantFaults((name) =>
        name === 'sender.send'
          ? {
              before: () =>
                new Promise<void>((resolve) => {
                  wake = resolve;
                  started();
                }),
            }
          : undefined,
      );
    });
    const sending = drainSender();
    await slow;
    for (let beats = 0; beats < 5; beats += 1) {
      advanceClock(20_000);
      await beat();
      expect(await inWorkspace(workspaceId, (tx) => claimLost(tx, workspaceId, 10, []))).toEqual([]);
    }
    plantFaults(undefined);
    wake();
    await sending;
    expect((await writtenFor(scene.stage, queued)).row).toMatchObject({ status: 'done', fence: 1 });
  });

  it('is not taken for one by its own clock', async () => {
    await connectMail(scene);
    const queued = await queueSend(scene.stage, 'send-email', { email: 'jump@shop.test' });
    plantFaults((name) => (name === 'sender.send' ? { before: () => advanceClock(86_400_000) } : undefined));
    await drainSender();
    expect((await writtenFor(scene.stage, queued)).row?.status).toBe('done');
    expect(mailsTo(scene, 'jump@shop.test')).toHaveLength(1);
  });
});

describe('what changes between claim and start', () => {
  const atStart = (change: () => Promise<unknown>) => {
    let isDone = false;
    plantFaults((name) => {
      if (name !== 'sender.start' || isDone) return undefined;
      isDone = true;
      return { before: async () => void (await change()) };
    });
  };

  it('an opt-out committed before the start always stops the send', async () => {
    await connectMail(scene);
    const { workspaceId } = scene.stage.actor;
    const queued = await queueSend(scene.stage, 'send-email', { email: 'late@shop.test' });
    const wish = { workspaceId, channel: 'email', address: 'late@shop.test', customerId: null } as const;
    atStart(() =>
      inWorkspace(workspaceId, (tx) =>
        optOut(tx, { ...wish, reason: 'unsubscribed', source: 'test', proof: {} }),
      ),
    );
    await drainSender();
    expect(await writtenFor(scene.stage, queued)).toMatchObject({
      row: { status: 'refused' },
      codes: ['refused-opted-out'],
    });
    expect(mailsTo(scene, 'late@shop.test')).toEqual([]);
  });

  it('a pause keeps the send queued', async () => {
    const queued = await queueSend(scene.stage, 'send-email');
    atStart(() => setJourneyState(scene.stage, 'paused'));
    await drainSender();
    const { row, message } = await writtenFor(scene.stage, queued);
    expect([row?.status, row?.attempts, row?.leaseUntil, message]).toEqual(['queued', 0, null, undefined]);
  });

  it('a cancelled row is left alone', async () => {
    await connectMail(scene);
    const queued = await queueSend(scene.stage, 'send-email', { email: 'gone@shop.test' });
    const { workspaceId } = scene.stage.actor;
    atStart(() => comeAndGo(workspaceId));
    await drainSender();
    expect((await writtenFor(scene.stage, queued)).row?.status).toBe('done');
    expect(mailsTo(scene, 'gone@shop.test')).toHaveLength(1);
    expect(await inWorkspace(workspaceId, (tx) => tx.select().from(messages))).toHaveLength(1);
  });

  /** Another process takes the row while this one renders: this one's fence is old, the next pass sends. */
  async function comeAndGo(workspaceId: Id<'wsp'>) {
    await inWorkspace(workspaceId, (tx) =>
      tx.execute(
        sql`update outbox set fence = fence + 1, lease_until = null where workspace_id = ${workspaceId}`,
      ),
    );
  }
});
