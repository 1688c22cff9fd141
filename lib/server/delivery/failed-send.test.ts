// A send that fails is the send's affair: whoever it was for goes on through the journey.
import { asc } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { decisions, enrollments, outbox } from '@/drizzle/schema';
import { JourneyDocument } from '@/lib/core/journey/document';
import { advanceClock, now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { storeEvents } from '../ingest/store-events';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { unwrap } from '../testing/unwrap';
import { drainSender } from './drain-sender';
import { connectMail, setStage } from './testing/set-stage';

const scene = setStage();

const document = JourneyDocument.parse({
  format: 1,
  nodes: [
    { id: 'nod_in', type: 'event-trigger', data: { event: 'Joined' } },
    { id: 'nod_first', type: 'send-email', data: { subject: 'One', body: 'One' } },
    { id: 'nod_wait', type: 'delay', data: { amount: 1, unit: 'hours' } },
    { id: 'nod_second', type: 'send-email', data: { subject: 'Two', body: 'Two' } },
    { id: 'nod_out', type: 'exit', data: {} },
  ],
  edges: [
    { from: 'nod_in', exit: 'next', to: 'nod_first' },
    { from: 'nod_first', exit: 'next', to: 'nod_wait' },
    { from: 'nod_wait', exit: 'next', to: 'nod_second' },
    { from: 'nod_second', exit: 'next', to: 'nod_out' },
  ],
  settings: { reentry: 'unlimited' },
});

it.each([
  ['an address that is refused for ever', { email: 'spam@shop.test' }, 'dead'],
  ['no address', {}, 'refused'],
])('%s holds nobody up', async (_what, traits, status) => {
  const { actor } = scene.stage;
  await connectMail(scene);
  const { id } = unwrap(await createJourney(actor, { name: 'Two letters', document }));
  unwrap(await publishJourney(actor, { id }));
  const who = { userId: 'ada' };
  await storeEvents(
    actor.workspaceId,
    'test',
    [
      { type: 'identify', messageId: 'who', ...who, traits },
      { type: 'track', event: 'Joined', messageId: 'joined', ...who },
    ] as never,
    now(),
  );
  await drainEngine();
  await drainSender();
  advanceClock(2 * 3_600_000);
  await drainEngine();
  await drainSender();
  await inWorkspace(actor.workspaceId, async (tx) => {
    expect(await tx.select().from(enrollments)).toMatchObject([
      { status: 'ended', endReason: 'exit-reached' },
    ]);
    const sends = await tx.select().from(outbox).orderBy(asc(outbox.createdAt));
    expect(sends.map((row) => [row.nodeId, row.status])).toEqual([
      ['nod_first', status],
      ['nod_second', status],
    ]);
    const codes = (await tx.select().from(decisions)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'message-queued')).toHaveLength(2);
  });
});
