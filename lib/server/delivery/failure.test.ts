// What the sender does when a provider says no, not now, or nothing at all.
import { describe, expect, it } from 'vitest';
import { suppressions } from '@/drizzle/schema';
import { advanceClock, now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { plantFaults } from '../fault';
import { setNow } from '../testing/clock';
import { drainSender } from './drain-sender';
import { queueSend, writtenFor } from './testing/queue-sends';
import { connectHooks, connectMail, mailsTo, setStage } from './testing/set-stage';

const SECOND = 1_000;
const HOUR = 3_600_000;
const scene = setStage();

describe('failure', () => {
  it('retries what was refused for now, at exact times, and then gives up', async () => {
    await connectHooks(scene);
    const queued = await queueSend(scene.stage, 'call-webhook', {
      data: { url: `${scene.receiver.url}/status/500` },
    });
    const tries: number[] = [];
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      await drainSender();
      const { row } = await writtenFor(scene.stage, queued);
      expect(row?.attempts).toBe(attempt);
      if (row?.status === 'dead') break;
      const dueAt = row?.dueAt ?? now();
      tries.push(dueAt.getTime() - now().getTime());
      setNow(new Date(dueAt.getTime() - SECOND));
      await drainSender();
      expect((await writtenFor(scene.stage, queued)).row?.attempts).toBe(attempt);
      setNow(dueAt);
    }
    const { row, message, deliveries } = await writtenFor(scene.stage, queued);
    expect(row).toMatchObject({ status: 'dead', lastError: 'Answered 500' });
    expect(message).toMatchObject({ status: 'failed', reason: 'Answered 500' });
    expect(deliveries.map(({ outcome }) => outcome)).toEqual(deliveries.map(() => 'retry'));
    expect(tries.length).toBeGreaterThan(5);
  });

  it('obeys Retry-After', async () => {
    await connectHooks(scene);
    const queued = await queueSend(scene.stage, 'call-webhook', {
      data: { url: `${scene.receiver.url}/status/503` },
    });
    const at = now();
    await drainSender();
    const { row } = await writtenFor(scene.stage, queued);
    expect((row?.dueAt.getTime() ?? 0) - at.getTime()).toBeGreaterThanOrEqual(30_000);
  });

  it('parks what is refused for ever at once, and suppresses an address that does not exist', async () => {
    await connectMail(scene);
    const gone = await queueSend(scene.stage, 'send-email', { email: 'nobody@shop.test' });
    const spam = await queueSend(scene.stage, 'send-email', { email: 'spam@shop.test' });
    await drainSender();
    for (const queued of [gone, spam]) {
      expect(await writtenFor(scene.stage, queued)).toMatchObject({
        row: { status: 'dead', attempts: 1 },
        message: { status: 'failed' },
        deliveries: [{ outcome: 'rejected' }],
      });
    }
    const listed = await inWorkspace(scene.stage.actor.workspaceId, (tx) => tx.select().from(suppressions));
    expect(listed).toMatchObject([{ address: 'nobody@shop.test', reason: 'hard-bounce' }]);
  });

  it('leaves a marketing send whose answer was lost unknown, and repeats a receipt under its id', async () => {
    await connectMail(scene);
    const news = await queueSend(scene.stage, 'send-email', { email: 'dropped@shop.test' });
    await drainSender();
    advanceClock(5 * HOUR);
    await drainSender();
    expect(await writtenFor(scene.stage, news)).toMatchObject({
      row: { status: 'unknown', attempts: 1 },
      message: { status: 'unknown' },
      deliveries: [{ outcome: 'unknown' }],
    });
    expect(mailsTo(scene, 'dropped@shop.test')).toHaveLength(1);
    const { customerId } = news;
    const receipt = await queueSend(scene.stage, 'send-email', {
      customerId,
      data: { kind: 'transactional' },
    });
    await drainSender();
    advanceClock(60_000);
    await drainSender();
    expect((await writtenFor(scene.stage, receipt)).row).toMatchObject({ status: 'queued', attempts: 2 });
    const ids = mailsTo(scene, 'dropped@shop.test')
      .slice(1)
      .map(({ email }) => email.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('repeats a webhook with the same id and body', async () => {
    await connectHooks(scene);
    const data = { url: `${scene.receiver.url}/drop/1` };
    await queueSend(scene.stage, 'call-webhook', { data });
    await drainSender();
    advanceClock(10_000);
    await drainSender();
    const calls = scene.receiver.taken.filter(({ path }) => path === '/drop/1');
    expect(calls).toHaveLength(2);
    expect(new Set(calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(calls.map(({ body }) => body)).size).toBe(1);
  });

  it('goes nowhere inside with a webhook, and opens no socket', async () => {
    await connectHooks(scene);
    const queued = await queueSend(scene.stage, 'call-webhook', {
      data: { url: 'https://169.254.169.254/latest' },
    });
    await drainSender();
    expect(await writtenFor(scene.stage, queued)).toMatchObject({
      row: { status: 'dead' },
      message: { status: 'failed', reason: expect.stringContaining('not on the public internet') },
    });
  });

  it('stores half an emoji as what it is worth', async () => {
    const emoji = {
      attributes: { name: '😀' },
      data: { subject: '{{ customer.name | split: "" | first }}!' },
    };
    const cut = await queueSend(scene.stage, 'send-email', emoji);
    await drainSender();
    expect((await writtenFor(scene.stage, cut)).message?.content.subject).toBe('\ufffd!');
  });

  it('parks a send that the database cannot store and lets its neighbours go', async () => {
    const queued = [];
    for (let index = 0; index < 3; index += 1) queued.push(await queueSend(scene.stage, 'send-email'));
    let starts = 0;
    plantFaults((name) => (name === 'sender.start' ? { before: failSometimes } : undefined));
    // First the batch of three, then each alone: the second of them is the one that cannot be stored.
    const failSometimes = () => {
      starts += 1;
      const cause = Object.assign(new Error('unsupported Unicode escape'), { code: '22P05' });
      if (starts === 1 || starts === 3) throw new Error('Failed query', { cause });
    };
    await drainSender();
    const statuses = await Promise.all(
      queued.map(async (one) => (await writtenFor(scene.stage, one)).row?.status),
    );
    expect(statuses).toEqual(['done', 'dead', 'done']);
  });
});
