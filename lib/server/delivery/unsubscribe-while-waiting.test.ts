// Somebody unsubscribes in the middle of a journey: what was to be sent is cancelled once, with its reason, is not tried
// again, and the journey goes on.
import { beforeEach, expect, it } from 'vitest';
import { enrollments } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import { unsubscribe } from '../channels/unsubscribe';
import { unsubscribeToken } from '../channels/unsubscribe-token';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { storeEvents } from '../ingest/store-events';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { setNow } from '../testing/clock';
import { unwrap } from '../testing/unwrap';
import { drainSender } from './drain-sender';
import { written } from './testing/queue-sends';
import { connectMail, mailsTo, setStage } from './testing/set-stage';

const scene = setStage();
let journeyId: Id<'jrn'>;

/** Waits an hour, writes, waits an hour, writes again. */
beforeEach(async () => {
  await connectMail(scene);
  const wait = (id: string) => ({ id, type: 'delay', data: { amount: 1, unit: 'hours' } });
  const mail = (id: string) => ({ id, type: 'send-email', data: { subject: id, body: 'Hello.' } });
  const nodes = [wait('nod_1'), mail('nod_2'), wait('nod_3'), mail('nod_4')];
  const path = ['nod_in', ...nodes.map(({ id }) => id)];
  const document = JourneyDocument.parse({
    format: 1,
    nodes: [{ id: 'nod_in', type: 'event-trigger', data: { event: 'Came By' } }, ...nodes],
    edges: path.slice(1).map((to, index) => ({ from: path[index], exit: 'next', to })),
    settings: { reentry: 'unlimited' },
  });
  journeyId = unwrap(await createJourney(scene.stage.actor, { name: 'News', document })).id;
  unwrap(await publishJourney(scene.stage.actor, { id: journeyId }));
});

async function comesBy(address: string): Promise<void> {
  const person = { userId: address, traits: { email: address } };
  const events = [
    { ...person, type: 'identify', messageId: 'i' },
    { userId: address, type: 'track', event: 'Came By', messageId: 't' },
  ];
  await storeEvents(scene.stage.actor.workspaceId, 'test', events, now());
  await drainEngine();
}

async function workAt(time: string): Promise<void> {
  setNow(`2026-03-01T${time}:00Z`);
  await drainEngine();
  await drainSender();
}

const passage = () =>
  inWorkspace(scene.stage.actor.workspaceId, async (tx) => (await tx.select().from(enrollments))[0]);

async function unsubscribes(address: string): Promise<void> {
  const { workspaceId } = scene.stage.actor;
  const customerId = (await passage())?.customerId ?? 'cus_none';
  const token = unsubscribeToken({ workspaceId, customerId, channel: 'email', address });
  expect(await unsubscribe(token, 'one-click')).not.toBeNull();
}

async function said() {
  const { decisions, outbox, deliveries, messages } = await written(scene.stage);
  return {
    refusals: decisions.filter(({ code }) => code === 'refused-opted-out').map(({ nodeId }) => nodeId),
    sends: outbox.map(({ status }) => status),
    tries: deliveries.length,
    shown: messages.map(({ status, reason }) => `${status} ${reason}`),
    passage: await passage(),
  };
}

it('while they wait: each message is refused once when its time comes, and they go through to the end', async () => {
  await comesBy('ann@shop.test');
  await unsubscribes('ann@shop.test');
  for (const time of ['11:01', '11:30', '12:02', '13:00', '23:00']) await workAt(time);
  expect(await said()).toMatchObject({
    refusals: ['nod_2', 'nod_4'],
    sends: ['refused', 'refused'],
    tries: 0,
    shown: ['refused refused-opted-out', 'refused refused-opted-out'],
    passage: { status: 'ended', endReason: 'path-ended' },
  });
  expect(mailsTo(scene, 'ann@shop.test')).toEqual([]);
});

it('while a message waits for its next try: it is cancelled at once and never tried again', async () => {
  await comesBy('busy@shop.test');
  await workAt('11:01');
  expect(await said()).toMatchObject({ refusals: [], sends: ['queued'], tries: 1 });
  await unsubscribes('busy@shop.test');
  await unsubscribes('busy@shop.test');
  expect(await said()).toMatchObject({ refusals: ['nod_2'], sends: ['refused'] });
  for (const time of ['11:30', '12:02', '14:00', '23:00']) await workAt(time);
  expect(await said()).toMatchObject({
    refusals: ['nod_2', 'nod_4'],
    sends: ['refused', 'refused'],
    tries: 1,
    passage: { status: 'ended' },
  });
});
