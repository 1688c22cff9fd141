// Saving: what is kept, what is refused, and what a refused person is told.
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { auditLog, journeys } from '@/drizzle/schema';
import { inWorkspace } from '../db/transaction';
import { looseNodes } from '../testing/drawings';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { createJourney } from './create-journey';
import { findJourney } from './find-journey';
import { saveDraft } from './save-draft';

async function madeJourney() {
  const { actor } = await freshWorkspace();
  return { actor, journey: unwrap(await createJourney(actor, { name: 'Welcome' })) };
}

it('keeps a journey as it was drawn', async () => {
  const { actor, journey } = await madeJourney();
  const document = looseNodes({ id: 'nod_a' });
  const saved = unwrap(await saveDraft(actor, { id: journey.id, document, name: 'Hello', draftRevision: 1 }));
  expect(saved).toMatchObject({
    name: 'Hello',
    draftRevision: 2,
    document,
    state: 'draft',
    entered: 0,
    waiting: 0,
  });
  expect(unwrap(await findJourney(actor, { id: journey.id }))).toEqual(saved);
});

it('writes an audit row for every save that changed something', async () => {
  const { actor, journey } = await madeJourney();
  await saveDraft(actor, { id: journey.id, name: 'Hello' });
  const again = unwrap(await saveDraft(actor, { id: journey.id, name: 'Hello' }));
  expect(again.draftRevision).toBe(2);
  const trail = await inWorkspace(actor.workspaceId, (tx) =>
    tx.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.target, journey.id)),
  );
  expect(trail.map((row) => row.action).sort()).toEqual(['journey.created', 'journey.draft-saved']);
});

it('refuses a stale save with the current draft and what changed since', async () => {
  const { actor, journey } = await madeJourney();
  const { id } = journey;
  const first = looseNodes({ id: 'nod_a' }, { id: 'nod_b' });
  await saveDraft(actor, { id, document: first, draftRevision: 1 });
  const second = looseNodes({ id: 'nod_a', name: 'Renamed' }, { id: 'nod_c' });
  await saveDraft(actor, { id, document: second, draftRevision: 2 });
  const stale = await saveDraft(actor, { id, document: looseNodes(), draftRevision: 2 });
  expect(stale).toMatchObject({
    ok: false,
    refusal: {
      code: 'stale-draft',
      draftRevision: 3,
      document: second,
      changed: { added: ['nod_c'], removed: ['nod_b'], changed: ['nod_a'], edges: false },
      changedBy: ['Olive Owner'],
    },
  });
});

it('lets one of many simultaneous saves win', async () => {
  const { actor, journey } = await madeJourney();
  const attempts = Array.from({ length: 20 }, (_, index) =>
    saveDraft(actor, { id: journey.id, name: `Name ${index}`, draftRevision: 1 }),
  );
  const won = (await Promise.all(attempts)).filter((result) => result.ok);
  expect(won).toHaveLength(1);
});

it('refuses an archived journey', async () => {
  const { actor, journey } = await madeJourney();
  await inWorkspace(actor.workspaceId, (tx) =>
    tx.update(journeys).set({ state: 'archived' }).where(eq(journeys.id, journey.id)),
  );
  const result = await saveDraft(actor, { id: journey.id, name: 'Too late' });
  expect(result).toMatchObject({ ok: false, refusal: { code: 'journey-archived' } });
});

it('shows another workspace nothing', async () => {
  const { journey } = await madeJourney();
  const { actor: stranger } = await freshWorkspace();
  const missing = { ok: false, refusal: { code: 'not-found' } };
  expect(await findJourney(stranger, { id: journey.id })).toMatchObject(missing);
  expect(await saveDraft(stranger, { id: journey.id, name: 'Stolen' })).toMatchObject(missing);
});
