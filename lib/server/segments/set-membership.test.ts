// Segments let customers into journeys: once for each time they come in or leave, and nobody elsewhere.
import { asc } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { enrollments, segmentMembers, segments } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { Actor } from '../actor';
import { advanceClock } from '../clock';
import { inWorkspace } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { aSegment } from '../testing/a-segment';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { setMembership } from './set-membership';

const segmentId = 'seg_regulars';

/** Comes in by one node, leaves by another, and is sent on at once. */
async function watched() {
  const { actor } = await freshWorkspace();
  await inWorkspace(actor.workspaceId, (tx) =>
    tx.insert(segments).values(aSegment(actor.workspaceId, segmentId)),
  );
  const document = JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_entered', type: 'segment-trigger', data: { segmentId } },
      { id: 'nod_left', type: 'segment-trigger', data: { segmentId, on: 'left' } },
      { id: 'nod_other', type: 'segment-trigger', data: { segmentId: 'seg_others' } },
      { id: 'nod_set', type: 'set-attribute', data: { attribute: 'met', value: true } },
    ],
    edges: ['nod_entered', 'nod_left', 'nod_other'].map((from) => ({ from, exit: 'next', to: 'nod_set' })),
    settings: { reentry: 'unlimited' },
  });
  const { id } = unwrap(await createJourney(actor, { name: 'Regulars', document }));
  unwrap(await publishJourney(actor, { id }));
  return actor;
}

async function change(actor: Actor, entered: Id<'cus'>[], left: Id<'cus'>[] = []) {
  await inWorkspace(actor.workspaceId, (tx) =>
    setMembership(tx, actor.workspaceId, { segmentId, entered, left }),
  );
  await drainEngine();
}

const entries = (actor: Actor) =>
  inWorkspace(actor.workspaceId, async (tx) => {
    const found = await tx.select().from(enrollments).orderBy(asc(enrollments.enteredAt));
    return found.map(({ trigger, customerId }) => ({ trigger, customerId }));
  });

const members = (actor: Actor) => inWorkspace(actor.workspaceId, (tx) => tx.select().from(segmentMembers));

it('tells of everybody who comes in and of everybody who leaves, once', async () => {
  const actor = await watched();
  const ada = await addCustomer(actor, {});
  const bob = await addCustomer(actor, {});
  await change(actor, [ada, bob]);
  await change(actor, [ada, bob]);
  expect(await entries(actor)).toMatchObject([
    { trigger: { event: 'segment-entered', properties: { segment_id: segmentId } } },
    { trigger: { event: 'segment-entered' } },
  ]);
  advanceClock(1000);
  await change(actor, [], [ada]);
  await change(actor, [], [ada]);
  expect((await entries(actor)).at(-1)).toMatchObject({
    customerId: ada,
    trigger: { event: 'segment-left' },
  });
  expect((await members(actor)).map(({ customerId }) => customerId)).toEqual([bob]);
  advanceClock(1000);
  await change(actor, [ada]);
  expect((await entries(actor)).map(({ trigger }) => trigger)).toMatchObject([
    { event: 'segment-entered' },
    { event: 'segment-entered' },
    { event: 'segment-left' },
    { event: 'segment-entered' },
  ]);
});

it('takes nobody who is somebody else by now, and nobody of another workspace', async () => {
  const actor = await watched();
  const other = await freshWorkspace();
  const ada = await addCustomer(actor, {});
  const merged = await addCustomer(actor, {}, { mergedInto: ada });
  const stranger = await addCustomer(other.actor, {});
  await change(actor, [merged, stranger]);
  expect([await members(actor), await entries(actor)]).toEqual([[], []]);
});
