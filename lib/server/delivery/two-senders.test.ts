// Several workers on one outbox: each send is made by one of them, opt-outs and heartbeats in between included.
import { expect, it, vi } from 'vitest';
import { inWorkspace } from '../db/transaction';
import { optOut } from './opt-out';
import { queueSend, written } from './testing/queue-sends';
import { connectMail, setStage } from './testing/set-stage';

const scene = setStage();

/** A second process as far as the sender can tell: its own memory, the same database. */
async function anotherSender() {
  vi.resetModules();
  const { drainSender } = await import('./drain-sender');
  const { beat } = await import('./in-hand');
  const { closeChannels } = await import('../channels/registry');
  const { closeLiquid } = await import('../channels/liquid');
  return { drainSender, beat, close: () => Promise.all([closeChannels(), closeLiquid()]) };
}

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
