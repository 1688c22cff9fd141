// Several workers on one outbox: each send is made by one of them, opt-outs and heartbeats in between included.
import { expect, it } from 'vitest';
import { inWorkspace } from '../db/transaction';
import { optOut } from './opt-out';
import { anotherSender } from './testing/another-sender';
import { queueSend, written } from './testing/queue-sends';
import { oneADay, setRules } from './testing/set-rules';
import { connectMail, setStage } from './testing/set-stage';

const scene = setStage();

it('share the work and make each send once', async () => {
  await connectMail(scene);
  const addresses = Array.from({ length: 60 }, (_, index) => `shared-${index}@shop.test`);
  for (const email of addresses) await queueSend(scene.stage, 'send-email', { email });
  const senders = [await anotherSender(), await anotherSender(), await anotherSender()];
  const { workspaceId } = scene.stage.actor;
  const leaving = addresses.slice(0, 20).map((address) =>
    inWorkspace(workspaceId, (tx) =>
      optOut(tx, {
        workspaceId,
        channel: 'email',
        address,
        customerId: null,
        reason: 'unsubscribed',
        source: 'test',
        proof: {},
      }),
    ),
  );
  await Promise.all([...senders.flatMap(({ drainSender, beat }) => [drainSender(), beat()]), ...leaving]);
  await Promise.all(senders.map(({ close }) => close()));
  const { outbox, messages } = await written(scene.stage);
  const sent = messages.filter(({ status }) => status === 'sent').map(({ address }) => address);
  expect(outbox.filter(({ status }) => status !== 'done' && status !== 'refused')).toEqual([]);
  expect(sent).toEqual(expect.arrayContaining(addresses.slice(20)));
  const arrived = scene.inbox.messages.flatMap(({ to }) => to).filter((to) => to.startsWith('shared-'));
  expect(arrived.sort()).toEqual(sent.sort());
});

it('never take the same place under a cap, and leave it to the higher priority', async () => {
  await setRules(scene.stage, { caps: [oneADay] });
  const pairs = [];
  for (let index = 0; index < 40; index += 1) {
    // The lower one comes by SMS, so that it is taken up apart from the other.
    const low = await queueSend(scene.stage, 'send-sms', {
      phone: `+42060110${String(index).padStart(4, '0')}`,
      email: `pair-${index}@shop.test`,
      data: { maxLatenessHours: 72 },
    });
    const more = { customerId: low.customerId, data: { maxLatenessHours: 72 } };
    const high = await queueSend(scene.stage, 'send-email', { ...more, priority: 1 });
    const higher = await queueSend(scene.stage, 'send-email', { ...more, priority: 1 });
    pairs.push({ low, highs: [high, higher] });
  }
  const senders = [await anotherSender(), await anotherSender(), await anotherSender()];
  await Promise.all(senders.map(({ drainSender }) => drainSender()));
  await Promise.all(senders.map(({ close }) => close()));
  const { outbox } = await written(scene.stage);
  const statusOf = ({ outboxId }: { outboxId: string }) => outbox.find(({ id }) => id === outboxId)?.status;
  for (const { low, highs } of pairs) {
    expect(statusOf(low)).toBe('queued');
    expect(highs.map(statusOf).sort()).toEqual(['done', 'queued']);
  }
});

it('never exceed a throttle between them', async () => {
  await setRules(scene.stage, { throttles: { email: 7 } });
  for (let index = 0; index < 40; index += 1) await queueSend(scene.stage, 'send-email');
  const senders = [await anotherSender(), await anotherSender(), await anotherSender()];
  await Promise.all(senders.map(({ drainSender }) => drainSender()));
  await Promise.all(senders.map(({ close }) => close()));
  const { deliveries, decisions } = await written(scene.stage);
  expect(deliveries).toHaveLength(7);
  const told = decisions.filter(({ code }) => code === 'throttled').map(({ enrollmentId }) => enrollmentId);
  expect(new Set(told).size).toBe(told.length);
});
