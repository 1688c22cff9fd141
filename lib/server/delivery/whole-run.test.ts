// Journeys with the sender behind them: a run never waits for a send, and what comes all at once still obeys the rules.

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { JourneyDocument } from '@/lib/core/journey/document';
import { now } from '../clock';
import { inWorkspace, rows } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { storeEvents } from '../ingest/store-events';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { setNow } from '../testing/clock';
import { unwrap } from '../testing/unwrap';
import { drainSender } from './drain-sender';
import { setPriority } from './set-priority';
import { written } from './testing/queue-sends';
import { oneADay, setRules } from './testing/set-rules';
import { connectMail, mailsTo, setStage } from './testing/set-stage';

const scene = setStage();

/** Writes, waits an hour, writes again. */
async function twoMails(name: string): Promise<`jrn_${string}`> {
  const { actor } = scene.stage;
  const mail = (subject: string) => ({
    subject: `${name} ${subject}`,
    body: 'Hello.',
    maxLatenessHours: 240,
  });
  const document = JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_in', type: 'event-trigger', data: { event: 'Came By' } },
      { id: 'nod_one', type: 'send-email', data: mail('one') },
      { id: 'nod_wait', type: 'delay', data: { amount: 1, unit: 'hours' } },
      { id: 'nod_two', type: 'send-email', data: mail('two') },
    ],
    edges: [
      { from: 'nod_in', exit: 'next', to: 'nod_one' },
      { from: 'nod_one', exit: 'next', to: 'nod_wait' },
      { from: 'nod_wait', exit: 'next', to: 'nod_two' },
    ],
    settings: { reentry: 'unlimited' },
  });
  const { id } = unwrap(await createJourney(actor, { name, document }));
  unwrap(await publishJourney(actor, { id }));
  return id;
}

async function comesBy(email: string): Promise<void> {
  const { workspaceId } = scene.stage.actor;
  const person = { userId: email, traits: { email } };
  const events = [
    { ...person, type: 'identify', messageId: `i-${email}` },
    { userId: email, type: 'track', event: 'Came By', messageId: `t-${email}` },
  ];
  expect((await storeEvents(workspaceId, 'test', events, now())).accepted).toBe(2);
}

async function workAt(at: string): Promise<void> {
  setNow(at);
  await drainEngine();
  await drainSender();
}

it('a run goes on whatever becomes of its sends', async () => {
  await connectMail(scene);
  await twoMails('News');
  for (const name of ['nobody', 'spam', 'dropped']) await comesBy(`${name}@shop.test`);
  await workAt('2026-03-01T10:05:00Z');
  const statuses = async () => (await written(scene.stage)).messages.map(({ status }) => status).sort();
  expect(await statuses()).toEqual(['failed', 'failed', 'unknown']);
  await workAt('2026-03-01T12:00:00Z');
  const ends = await inWorkspace(scene.stage.actor.workspaceId, (tx) =>
    rows(tx, sql`select distinct status, end_reason as reason from enrollments`),
  );
  expect(ends).toEqual([{ status: 'ended', reason: 'path-ended' }]);
  expect(await statuses()).toEqual(['failed', 'failed', 'failed', 'refused', 'unknown', 'unknown']);
});

it('a catch-up after days sends no more than the cap allows, the higher priority first', async () => {
  await connectMail(scene);
  await setRules(scene.stage, { caps: [oneADay] });
  const { actor } = scene.stage;
  await twoMails('Low');
  unwrap(await setPriority(actor, { id: await twoMails('High'), priority: 50 }));
  await comesBy('ivy@shop.test');
  await workAt('2026-03-03T10:00:00Z');
  const subjects = () => mailsTo(scene, 'ivy@shop.test').map(({ email }) => email.subject);
  expect(subjects()).toEqual(['High one']);
  for (const at of ['2026-03-04T10:10:00Z', '2026-03-05T10:20:00Z', '2026-03-06T10:30:00Z']) await workAt(at);
  expect(subjects().slice(0, 2)).toEqual(['High one', 'High two']);
  expect(subjects()).toHaveLength(4);
});
