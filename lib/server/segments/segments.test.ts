// Segments are made, changed, copied and put away; what may not be is refused by name.
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { auditLog, segmentMembers } from '@/drizzle/schema';
import { type CreateSegment, ListSegments } from '@/lib/core/api/segment';
import type { Condition } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { Actor } from '../actor';
import { advanceClock, now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { archiveJourney } from '../journeys/archive-journey';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { archiveSegment } from './archive-segment';
import { createSegment } from './create-segment';
import { duplicateSegment } from './duplicate-segment';
import { findSegment } from './find-segment';
import { listMembers } from './list-members';
import { listSegments } from './list-segments';
import { saveSegment } from './save-segment';

const fromSpain: Condition = {
  type: 'all',
  of: [{ type: 'test', subject: 'attribute', path: ['country'], operator: 'equals', value: 'ES' }],
};
const within = (segmentId: Id<'seg'>): Condition => ({ type: 'segment', segmentId, isMember: true });

async function made(actor: Actor, name: string, more: Partial<CreateSegment> = {}): Promise<Id<'seg'>> {
  advanceClock(1);
  const input = { name, description: '', condition: fromSpain, template: null, ...more };
  return unwrap(await createSegment(actor, input)).id;
}

const list = async (actor: Actor, query = {}) => unwrap(await listSegments(actor, ListSegments.parse(query)));

it('keeps a segment as it was made, and begins to fill it', async () => {
  const { actor } = await freshWorkspace();
  const input = { name: 'Spain', description: 'Ours', condition: fromSpain, template: 'spain' };
  const segment = unwrap(await createSegment(actor, input));
  expect(segment).toMatchObject({ ...input, size: 0, filled: 0, revision: 1, isArchived: false, usedBy: [] });
  expect(unwrap(await findSegment(actor, { id: segment.id }))).toEqual(segment);
});

it('lists live sizes, the last changed first, by a part of the name', async () => {
  const { actor } = await freshWorkspace();
  const spain = await made(actor, 'Spain');
  await made(actor, 'Tea drinkers');
  const ada = await addCustomer(actor, { 'user-id': 'ada', email: 'ada@shop.test' });
  const { workspaceId } = actor;
  const member = { workspaceId, segmentId: spain, customerId: ada, enteredAt: now() };
  await inWorkspace(workspaceId, (tx) => tx.insert(segmentMembers).values(member));
  const first = await list(actor, { limit: 1 });
  expect(first.data.map(({ name }) => name)).toEqual(['Tea drinkers']);
  const { data, next } = await list(actor, { limit: 1, cursor: first.next });
  expect(data).toMatchObject([{ name: 'Spain', size: 1 }]);
  expect(next).toBeNull();
  expect((await list(actor, { search: 'DRINK' })).data).toHaveLength(1);
  expect(unwrap(await listMembers(actor, { id: spain, limit: 5 })).data).toEqual([
    { customerId: ada, customerLabel: 'ada@shop.test', enteredAt: member.enteredAt.toISOString() },
  ]);
});

it('pages through members without losing those who came at one moment', async () => {
  const { actor } = await freshWorkspace();
  const { workspaceId } = actor;
  const segmentId = await made(actor, 'Spain');
  const enteredAt = now();
  const all: Id<'cus'>[] = [];
  for (const who of ['a', 'b', 'c']) all.push(await addCustomer(actor, { 'user-id': who }));
  await inWorkspace(workspaceId, (tx) =>
    tx
      .insert(segmentMembers)
      .values(all.map((customerId) => ({ workspaceId, segmentId, customerId, enteredAt }))),
  );
  const first = unwrap(await listMembers(actor, { id: segmentId, limit: 2 }));
  const second = unwrap(await listMembers(actor, { id: segmentId, limit: 2, cursor: first.next ?? '' }));
  const met = [...first.data, ...second.data].map(({ customerId }) => customerId);
  expect(met.sort()).toEqual(all.sort());
  expect(second.next).toBeNull();
});

it('fills anew only when the condition changed, and keeps what was before for an undo', async () => {
  const { actor } = await freshWorkspace();
  const id = await made(actor, 'Spain');
  const renamed = unwrap(await saveSegment(actor, { id, name: 'Iberia', revision: 1 }));
  expect(renamed).toMatchObject({ name: 'Iberia', revision: 2 });
  const same = unwrap(await saveSegment(actor, { id, condition: fromSpain }));
  expect(same.revision).toBe(2);
  const none: Condition = { type: 'none', of: [fromSpain] };
  expect(unwrap(await saveSegment(actor, { id, condition: none }))).toMatchObject({ revision: 3, filled: 0 });
  const trail = await inWorkspace(actor.workspaceId, (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.target, id)).orderBy(auditLog.at),
  );
  expect(trail.map(({ action }) => action)).toEqual([
    'segment.created',
    'segment.changed',
    'segment.changed',
  ]);
  expect(trail.find(({ detail }) => 'condition' in detail && 'previous' in detail)?.detail).toMatchObject({
    previous: { condition: fromSpain },
  });
});

it('lets one of two simultaneous changes win', async () => {
  const { actor } = await freshWorkspace();
  const id = await made(actor, 'Spain');
  const tries = ['a', 'b', 'c', 'd'].map((name) => saveSegment(actor, { id, name, revision: 1 }));
  const results = await Promise.all(tries);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'stale-segment' } });
});

it('refuses a name that is taken, whatever its case, until the other one is archived', async () => {
  const { actor } = await freshWorkspace();
  const id = await made(actor, 'Spain');
  const again = { name: 'spain', description: '', condition: fromSpain, template: null };
  const taken = { refusal: { code: 'segment-name-taken', field: 'name' } };
  expect(await createSegment(actor, again)).toMatchObject(taken);
  expect(await duplicateSegment(actor, { id, name: 'SPAIN' })).toMatchObject(taken);
  expect(unwrap(await duplicateSegment(actor, { id, name: 'Copy' })).condition).toEqual(fromSpain);
  unwrap(await archiveSegment(actor, { id }));
  expect(await createSegment(actor, again)).toMatchObject({ ok: true });
});

it('refuses what is unfinished and what asks about an event, at its place', async () => {
  const { actor } = await freshWorkspace();
  const leaf: Condition = { type: 'test', subject: 'property', path: ['a'], operator: 'is-set' };
  const condition: Condition = { type: 'all', of: [fromSpain, leaf] };
  expect(
    await createSegment(actor, { name: 'Odd', description: '', template: null, condition }),
  ).toMatchObject({ refusal: { code: 'bad-condition', field: 'condition.of.1' } });
});

it('refuses circles by their way, and segments that are not there', async () => {
  const { actor } = await freshWorkspace();
  const a = await made(actor, 'A');
  const b = await made(actor, 'B', { condition: within(a) });
  const c = await made(actor, 'C', { condition: { type: 'none', of: [within(b)] } });
  expect(await saveSegment(actor, { id: a, condition: within(c) })).toMatchObject({
    refusal: { code: 'segment-cycle', message: expect.stringContaining('“A” → “C” → “B” → “A”') },
  });
  expect(await saveSegment(actor, { id: a, condition: within(a) })).toMatchObject({
    refusal: { code: 'segment-cycle' },
  });
  expect(await saveSegment(actor, { id: a, condition: within('seg_gone') })).toMatchObject({
    refusal: { code: 'unknown-segment' },
  });
});

it('does not archive what a live journey or a segment names, and says which', async () => {
  const { actor } = await freshWorkspace();
  const spain = await made(actor, 'Spain');
  const outer = await made(actor, 'Outer', { condition: within(spain) });
  const document = JourneyDocument.parse({
    format: 1,
    nodes: [
      { id: 'nod_in', type: 'segment-trigger', data: { segmentId: spain } },
      { id: 'nod_set', type: 'set-attribute', data: { attribute: 'met', value: true } },
    ],
    edges: [{ from: 'nod_in', exit: 'next', to: 'nod_set' }],
    settings: { reentry: 'unlimited' },
  });
  const journey = unwrap(await createJourney(actor, { name: 'Hola', document })).id;
  unwrap(await publishJourney(actor, { id: journey }));
  expect(await archiveSegment(actor, { id: spain })).toMatchObject({
    refusal: { code: 'segment-in-use', message: expect.stringContaining('“Hola”, “Outer”') },
  });
  unwrap(await archiveJourney(actor, { id: journey }));
  unwrap(await archiveSegment(actor, { id: outer }));
  expect(unwrap(await archiveSegment(actor, { id: spain })).isArchived).toBe(true);
  expect(await saveSegment(actor, { id: spain, name: 'Late' })).toMatchObject({
    refusal: { code: 'segment-archived' },
  });
  expect((await list(actor)).data).toEqual([]);
  expect((await list(actor, { state: 'archived' })).data).toHaveLength(2);
});

it('shows another workspace nothing', async () => {
  const { actor } = await freshWorkspace();
  const id = await made(actor, 'Spain');
  const { actor: stranger } = await freshWorkspace();
  const missing = { ok: false, refusal: { code: 'not-found' } };
  expect((await list(stranger)).data).toEqual([]);
  expect(await findSegment(stranger, { id })).toMatchObject(missing);
  expect(await saveSegment(stranger, { id, name: 'Mine' })).toMatchObject(missing);
  expect(await duplicateSegment(stranger, { id, name: 'Mine' })).toMatchObject(missing);
  expect(await archiveSegment(stranger, { id })).toMatchObject(missing);
  expect(await listMembers(stranger, { id, limit: 5 })).toMatchObject(missing);
  expect(
    await createSegment(stranger, { name: 'In', description: '', template: null, condition: within(id) }),
  ).toMatchObject({ refusal: { code: 'unknown-segment' } });
});
