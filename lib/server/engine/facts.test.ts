// Conditions that look beyond the event at hand, over a real database: history, segments, stock, and goals anywhere.
import { expect, it } from 'vitest';
import { decisions, enrollments, products, segmentMembers, segments } from '@/drizzle/schema';
import type { Condition } from '@/lib/core/condition/condition';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { JourneySettings } from '@/lib/core/journey/settings';
import type { Actor } from '../actor';
import { advanceClock, now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { storeEvents } from '../ingest/store-events';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { newId } from '../new-id';
import { sendSignals } from '../signals/send-signals';
import { aSegment } from '../testing/a-segment';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { drainEngine } from './run-engine';

const HOUR = 3_600_000;

async function branching(actor: Actor, condition: unknown, settings: Partial<JourneySettings> = {}) {
  const document = JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_start', type: 'event-trigger', data: { event: 'Basket', key: ['basket'] } },
      { id: 'nod_wait', type: 'delay', data: { amount: 1, unit: 'hours' } },
      {
        id: 'nod_fork',
        type: 'branch',
        data: { branches: [{ id: 'yes', condition: condition as Condition }] },
      },
      { id: 'nod_end', type: 'exit', data: {} },
    ],
    edges: [
      { from: 'nod_start', exit: 'next', to: 'nod_wait' },
      { from: 'nod_wait', exit: 'next', to: 'nod_fork' },
      { from: 'nod_fork', exit: 'otherwise', to: 'nod_end' },
    ],
    settings: { reentry: 'unlimited', ...settings },
  });
  const { id } = unwrap(await createJourney(actor, { name: 'Fork', document }));
  unwrap(await publishJourney(actor, { id }));
  return id;
}

async function happen(
  actor: Actor,
  ...events: { event?: string; type?: string; userId?: string; [key: string]: unknown }[]
) {
  const whole = events.map((event) => ({
    type: 'track',
    userId: 'ada',
    messageId: newId('aud'),
    ...event,
  }));
  await storeEvents(actor.workspaceId, 'test', whole as never, now());
  await drainEngine();
}

async function taken(actor: Actor): Promise<unknown[]> {
  advanceClock(HOUR);
  await drainEngine();
  const all = await inWorkspace(actor.workspaceId, (tx) => tx.select().from(decisions));
  return all.filter(({ inputs }) => 'values' in inputs).map(({ code, inputs }) => [code, inputs.values]);
}

const did = (event: string, count: number) => ({
  type: 'event',
  event,
  count,
  within: { amount: 2, unit: 'hours' },
});

it('counts what a customer did before, in other batches and in this one', async () => {
  const { actor } = await freshWorkspace();
  await branching(actor, did('Viewed', 3));
  await happen(actor, { event: 'Viewed' });
  await happen(
    actor,
    { event: 'Viewed' },
    { event: 'Basket', properties: { basket: 1 } },
    { event: 'Viewed' },
  );
  expect(await taken(actor)).toEqual([['branch-taken', { 'event.Viewed': 3 }]]);
});

it('does not count what lies before the window, or what somebody else did', async () => {
  const { actor } = await freshWorkspace();
  await branching(actor, did('Viewed', 1));
  await happen(actor, { event: 'Viewed' }, { event: 'Viewed', userId: 'bob' });
  advanceClock(2 * HOUR);
  await happen(actor, { event: 'Basket', properties: { basket: 1 } });
  expect(await taken(actor)).toEqual([['no-branch-matched', { 'event.Viewed': 0 }]]);
});

it('counts what was done before two profiles became one', async () => {
  const { actor } = await freshWorkspace();
  await branching(actor, did('Viewed', 2));
  await happen(actor, { event: 'Viewed', userId: '', anonymousId: 'phone' }, { event: 'Viewed' });
  await happen(actor, { type: 'identify', anonymousId: 'phone' });
  await happen(actor, { event: 'Basket', properties: { basket: 1 } });
  expect(await taken(actor)).toEqual([['branch-taken', { 'event.Viewed': 2 }]]);
});

it('asks the catalogue again at every step', async () => {
  const { actor } = await freshWorkspace();
  const { workspaceId } = actor;
  const product = { workspaceId, sku: 'TEA', name: 'Tea', category: 'Tea', price: 500, updatedAt: now() };
  await inWorkspace(workspaceId, (tx) => tx.insert(products).values({ ...product, stock: 1 }));
  await branching(actor, { type: 'product', path: ['sku'], field: 'stock', operator: 'at-least', value: 1 });
  await happen(actor, { event: 'Basket', properties: { basket: 1, sku: 'TEA' } });
  await inWorkspace(workspaceId, (tx) => tx.update(products).set({ stock: 0 }));
  expect(await taken(actor)).toEqual([['no-branch-matched', { 'product.TEA.stock': 0 }]]);
});

it('knows the segments of a customer, and what a signal has just said of them', async () => {
  const { actor } = await freshWorkspace();
  const { workspaceId } = actor;
  await branching(actor, { type: 'segment', segmentId: 'seg_vip' });
  await happen(actor, { event: 'Basket', properties: { basket: 1 } }, { event: 'Basket', userId: 'bob' });
  const people = await inWorkspace(workspaceId, (tx) => tx.query.customers.findMany());
  const [member] = people;
  if (!member) throw new Error('Somebody is there.');
  await inWorkspace(workspaceId, async (tx) => {
    await tx.insert(segments).values(aSegment(workspaceId, 'seg_vip'));
    await tx
      .insert(segmentMembers)
      .values({ workspaceId, segmentId: 'seg_vip', customerId: member.id, enteredAt: now() });
    const signal = { customerId: member.id, name: 'segment-entered', properties: { segment_id: 'seg_vip' } };
    await sendSignals(tx, workspaceId, [{ ...signal, messageId: 'vip-1' }]);
  });
  expect((await taken(actor)).sort()).toEqual([
    ['branch-taken', { 'segment.seg_vip': true }],
    ['no-branch-matched', { 'segment.seg_vip': false }],
  ]);
});

it('converts at the goal wherever the customer stands, and cancelling one order ends only that one', async () => {
  const { actor } = await freshWorkspace();
  const rule = {
    when: 'event' as const,
    filter: null,
    key: ['basket'],
    condition: { type: 'all' as const, of: [] },
  };
  await branching(actor, did('Viewed', 1), {
    goals: [{ ...rule, id: 'bought', name: 'Bought', event: 'Order', exits: true }],
    exitRules: [{ ...rule, id: 'cancelled', name: 'Cancelled', event: 'Cancel' }],
  });
  const baskets = [1, 2, 3].map((basket) => ({ event: 'Basket', properties: { basket } }));
  await happen(actor, ...baskets);
  await happen(
    actor,
    { event: 'Order', properties: { basket: 1 } },
    { event: 'Cancel', properties: { basket: 2 } },
  );
  const inside = await inWorkspace(actor.workspaceId, (tx) => tx.select().from(enrollments));
  const ends = inside.map(({ key, status, endReason, convertedAt }) => [
    key,
    status,
    endReason,
    convertedAt !== null,
  ]);
  expect(ends.sort()).toEqual([
    ['1', 'ended', 'goal-reached', true],
    ['2', 'ended', 'exit-rule-met', false],
    ['3', 'waiting', null, false],
  ]);
});
