// Reading messages: filters, pages, deliveries.
import { expect, it } from 'vitest';
import { deliveries } from '@/drizzle/schema';
import { MessageDetail } from '@/lib/core/api/message';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { drainSender } from '../delivery/drain-sender';
import { liveJourney, queueSend } from '../delivery/testing/queue-sends';
import { night, setRules } from '../delivery/testing/set-rules';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { newId } from '../new-id';
import { setNow } from '../testing/clock';
import { welcomeDrawing } from '../testing/drawings';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addMessage } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { findMessage } from './find-message';
import { listMessages } from './list-messages';

async function post() {
  const { actor } = await freshWorkspace();
  const journey = unwrap(await createJourney(actor, { name: 'Welcome', document: welcomeDrawing() })).id;
  await publishJourney(actor, { id: journey });
  const customer = await addCustomer(actor, { 'user-id': 'ada' }, { attributes: { name: 'Ada' } });
  const passage = { customer, journey, nodeId: 'nod_mail' as const };
  const first = await addMessage(actor, passage);
  await addMessage(actor, { ...passage, channel: 'sms' });
  await addMessage(actor, { ...passage, status: 'sandboxed' });
  return { actor, journey, first };
}

it('lists by customer, journey, channel and status, page by page', async () => {
  const { actor, journey } = await post();
  const count = async (query: Partial<Parameters<typeof listMessages>[1]>) =>
    unwrap(await listMessages(actor, { limit: 50, ...query })).data.length;
  expect(await count({})).toBe(3);
  expect(await count({ customer: 'ada' })).toBe(3);
  expect(await count({ customer: 'bob' })).toBe(0);
  expect(await count({ journey })).toBe(3);
  expect(await count({ journey: 'jrn_other' })).toBe(0);
  expect(await count({ channel: 'sms' })).toBe(1);
  expect(await count({ status: 'sandboxed', channel: 'email' })).toBe(1);
  const first = unwrap(await listMessages(actor, { limit: 2 }));
  const second = unwrap(await listMessages(actor, { limit: 2, cursor: first.next ?? '' }));
  expect(new Set([...first.data, ...second.data].map(({ id }) => id)).size).toBe(3);
});

it('tells every attempt to deliver a message', async () => {
  const { actor, first } = await post();
  const startedAt = now();
  const attempt = { workspaceId: actor.workspaceId, messageId: first, startedAt };
  await inWorkspace(actor.workspaceId, (tx) =>
    tx.insert(deliveries).values([
      { ...attempt, id: newId('dlv'), attempt: 2, outcome: 'accepted', endedAt: startedAt },
      { ...attempt, id: newId('dlv'), attempt: 1, outcome: 'retry', detail: 'greylisted' },
    ]),
  );
  const found = unwrap(await findMessage(actor, { id: first }));
  expect(MessageDetail.parse(found)).toEqual(found);
  expect(found).toMatchObject({ customerLabel: 'Ada', journeyName: 'Welcome', status: 'sent' });
  expect(found.deliveries).toMatchObject([
    { attempt: 1, outcome: 'retry', detail: 'greylisted', endedAt: null },
    { attempt: 2, outcome: 'accepted' },
  ]);
});

it('tells why a message is held back, and when it will go', async () => {
  const { actor } = await freshWorkspace();
  const stage = await liveJourney(actor);
  const quietHours = { ...night, from: '00:00', to: '23:59' };
  await setRules(stage, { quietHours });
  setNow('2026-03-01T12:00:00Z');
  await queueSend(stage, 'send-email', { data: { category: 'News' } });
  await drainSender();
  const held = unwrap(await listMessages(actor, { limit: 10, status: 'held' })).data;
  expect(held).toMatchObject([
    {
      kind: 'marketing',
      category: 'News',
      reason: 'held-for-quiet-hours',
      reasonText: 'Held back: it is in the customer’s quiet hours, 00:00 to 23:59 (UTC).',
      heldUntil: '2026-03-01T23:59:00.000Z',
    },
  ]);
  await setRules(stage, {});
  setNow('2026-03-01T23:59:01Z');
  await drainSender();
  expect(unwrap(await listMessages(actor, { limit: 10 })).data).toMatchObject([
    { status: 'sandboxed', reason: null, reasonText: null, heldUntil: null },
  ]);
});

it('shows another workspace nothing', async () => {
  const { first } = await post();
  const { actor: stranger } = await freshWorkspace();
  expect(await findMessage(stranger, { id: first })).toMatchObject({
    ok: false,
    refusal: { code: 'not-found' },
  });
  expect(unwrap(await listMessages(stranger, { limit: 50, customer: 'ada' })).data).toEqual([]);
  expect(unwrap(await listMessages(stranger, { limit: 50 })).data).toEqual([]);
});
