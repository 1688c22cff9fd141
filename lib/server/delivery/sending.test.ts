// What the sender sends: rendered, recorded, sandboxed, many at once, never early.
import { describe, expect, it } from 'vitest';
import { setNow } from '../testing/clock';
import { drainSender } from './drain-sender';
import { queueSend, written, writtenFor } from './testing/queue-sends';
import { connectMail, mailsTo, setStage } from './testing/set-stage';

const scene = setStage();

describe('sending', () => {
  it('renders, sends and records an e-mail', async () => {
    await connectMail(scene);
    const queued = await queueSend(scene.stage, 'send-email', { email: 'ann@shop.test' });
    await drainSender();
    const { row, message, deliveries, codes } = await writtenFor(scene.stage, queued);
    expect(row).toMatchObject({ status: 'done', attempts: 1, fence: 1, leaseUntil: null });
    expect(message).toMatchObject({
      status: 'sent',
      channel: 'email',
      provider: 'smtp',
      address: 'ann@shop.test',
      content: { subject: 'Hi Ann', text: expect.stringContaining('Your basket: 12.50') },
    });
    expect(deliveries).toMatchObject([{ attempt: 1, outcome: 'accepted', endedAt: expect.any(Date) }]);
    expect(codes).toEqual(['send-started']);
    const [mail] = mailsTo(scene, 'ann@shop.test');
    expect(mail?.email.messageId).toBe(message?.providerMessageId);
    expect(mail?.email.headers.find(({ key }) => key === 'list-unsubscribe')?.value).toMatch(
      /^<http:\/\/localhost:3000\/u\/[\w-]+\.[\w-]+>$/,
    );
  });

  it('keeps everything in the sandbox where nothing is connected', async () => {
    const queued = await Promise.all([
      queueSend(scene.stage, 'send-email'),
      queueSend(scene.stage, 'send-sms', { phone: '+420601123456' }),
      queueSend(scene.stage, 'call-webhook'),
    ]);
    await drainSender();
    const all = await Promise.all(queued.map((one) => writtenFor(scene.stage, one)));
    expect(all.map(({ row, message }) => [row?.status, message?.status, message?.provider])).toEqual(
      queued.map(() => ['done', 'sandboxed', 'sandbox']),
    );
    expect(all[1]?.message?.content).toEqual({ text: 'Hi Ann', segments: 1, encoding: 'GSM-7' });
  });

  it('works many at once with a constant number of passes', async () => {
    for (let index = 0; index < 80; index += 1) await queueSend(scene.stage, 'send-email');
    await drainSender();
    const { outbox, messages } = await written(scene.stage);
    expect(outbox.map(({ status }) => status)).toEqual(outbox.map(() => 'done'));
    expect(messages).toHaveLength(80);
  });

  it('does not send before the time', async () => {
    const queued = await queueSend(scene.stage, 'send-email');
    setNow('2026-03-01T09:59:00Z');
    await drainSender();
    expect((await writtenFor(scene.stage, queued)).row?.status).toBe('queued');
  });
});
