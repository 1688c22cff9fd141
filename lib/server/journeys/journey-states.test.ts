// Pause, resume and archive: who may still enter, and what becomes of the people inside.
import { asc, eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { decisions, enrollments, journeySpans, triggerRules } from '@/drizzle/schema';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import { runtime } from '../runtime';
import { welcomeDrawing } from '../testing/drawings';
import { freshWorkspace } from '../testing/fresh-workspace';
import { addCustomer, addEnrollment, enrollmentRow } from '../testing/people';
import { unwrap } from '../testing/unwrap';
import { archiveJourney } from './archive-journey';
import { createJourney } from './create-journey';
import { journeyCounts } from './journey-counts';
import { listJourneys } from './list-journeys';
import { pauseJourney } from './pause-journey';
import { publishJourney } from './publish-journey';
import { resumeJourney } from './resume-journey';

async function liveJourney() {
  const { actor } = await freshWorkspace();
  const { id } = unwrap(await createJourney(actor, { name: 'Welcome', document: welcomeDrawing() }));
  await publishJourney(actor, { id });
  return {
    actor,
    id,
    isActive: () => inWorkspace(actor.workspaceId, (tx) => tx.select().from(triggerRules)),
  };
}

/** Until the other transaction stands before a lock of this one, or has ended, or (one connection) has not begun. */
async function somebodyWaits(tx: Tx, other: Promise<unknown>): Promise<void> {
  if (runtime().engine === 'pglite') return;
  let hasEnded = false;
  void other.then(() => {
    hasEnded = true;
  });
  const waiting = sql`select 1 from pg_locks where not granted`;
  while (!hasEnded && (await rows(tx, waiting)).length === 0);
}

describe('pause and resume', () => {
  it('stops and starts enrolling', async () => {
    const { actor, id, isActive } = await liveJourney();
    expect(unwrap(await pauseJourney(actor, { id }))).toMatchObject({ state: 'paused', version: 1 });
    expect(await isActive()).toMatchObject([{ isActive: false }]);
    expect(unwrap(await pauseJourney(actor, { id })).state).toBe('paused');
    expect(unwrap(await resumeJourney(actor, { id })).state).toBe('live');
    expect(await isActive()).toMatchObject([{ isActive: true }]);
    expect(unwrap(await resumeJourney(actor, { id })).state).toBe('live');
  });

  it('notes from which revision of the rules on the journey was in which state', async () => {
    const { actor, id } = await liveJourney();
    for (const verb of [pauseJourney, resumeJourney, archiveJourney]) await verb(actor, { id });
    const spans = await inWorkspace(actor.workspaceId, (tx) =>
      tx.select().from(journeySpans).orderBy(journeySpans.revision),
    );
    expect(spans.map(({ revision, state, version }) => [revision, state, version])).toEqual([
      [1, 'live', 1],
      [2, 'paused', 1],
      [3, 'live', 1],
      [4, 'archived', 1],
    ]);
  });

  it('refuses a journey that was never published', async () => {
    const { actor } = await freshWorkspace();
    const { id } = unwrap(await createJourney(actor, { name: 'Sketch' }));
    for (const verb of [pauseJourney, resumeJourney]) {
      expect(await verb(actor, { id })).toMatchObject({ ok: false, refusal: { code: 'journey-not-live' } });
    }
  });
});

describe('archiveJourney', () => {
  it('ends everybody inside with a decision, and takes the rules away', async () => {
    const { actor, id, isActive } = await liveJourney();
    const customer = await addCustomer(actor, { 'user-id': 'u-1' });
    const waiting = await addEnrollment(actor, { customer, journey: id, nodeId: 'nod_wait' });
    await addEnrollment(actor, { customer, journey: id, nodeId: 'nod_mail', isEnded: true });
    expect(unwrap(await archiveJourney(actor, { id })).state).toBe('archived');
    const [ended, told] = await inWorkspace(actor.workspaceId, async (tx) => [
      await tx.select().from(enrollments).where(eq(enrollments.id, waiting)),
      await tx.select().from(decisions).orderBy(asc(decisions.seq)),
    ]);
    expect(ended).toMatchObject([{ status: 'ended', endReason: 'journey-archived', wakeAt: null }]);
    expect(told).toMatchObject([{ enrollmentId: waiting, nodeId: 'nod_wait', code: 'journey-archived' }]);
    expect(await isActive()).toEqual([]);
  });

  it('waits for a worker in the middle of a batch, and misses nobody it let in', async () => {
    const { actor, id } = await liveJourney();
    const customer = await addCustomer(actor, { 'user-id': 'u-1' });
    let archived: Promise<unknown> | undefined;
    await inWorkspace(actor.workspaceId, async (tx) => {
      await rows(
        tx,
        sql`select lane from lanes where workspace_id = ${actor.workspaceId} order by lane for update`,
      );
      archived = archiveJourney(actor, { id });
      await somebodyWaits(tx, archived);
      await tx
        .insert(enrollments)
        .values(enrollmentRow(actor, { customer, journey: id, nodeId: 'nod_wait' }));
    });
    await archived;
    const inside = await inWorkspace(actor.workspaceId, (tx) => tx.select().from(enrollments));
    expect(inside).toMatchObject([{ status: 'ended', endReason: 'journey-archived' }]);
  });

  it('is final, and may be repeated', async () => {
    const { actor, id } = await liveJourney();
    await archiveJourney(actor, { id });
    expect(unwrap(await archiveJourney(actor, { id })).state).toBe('archived');
    for (const verb of [pauseJourney, resumeJourney]) {
      expect(await verb(actor, { id })).toMatchObject({ ok: false, refusal: { code: 'journey-archived' } });
    }
  });
});

describe('numbers', () => {
  it('counts who entered and who waits, per journey and per node', async () => {
    const { actor, id } = await liveJourney();
    for (const userId of ['a', 'b', 'c']) {
      const customer = await addCustomer(actor, { 'user-id': userId });
      await addEnrollment(actor, { customer, journey: id, nodeId: 'nod_wait', isEnded: userId === 'c' });
    }
    expect(unwrap(await listJourneys(actor, { limit: 50 })).data).toMatchObject([
      { id, entered: 3, waiting: 2 },
    ]);
    expect(unwrap(await journeyCounts(actor, { id }))).toEqual({ nod_wait: { waiting: 2, passed: 0 } });
  });

  it('shows another workspace nothing', async () => {
    const { id } = await liveJourney();
    const { actor: stranger } = await freshWorkspace();
    expect(await journeyCounts(stranger, { id })).toMatchObject({
      ok: false,
      refusal: { code: 'not-found' },
    });
    expect(unwrap(await listJourneys(stranger, { limit: 50 }))).toEqual({ data: [], next: null });
  });
});

describe('listJourneys', () => {
  it('pages through all, and leaves archived ones out unless asked', async () => {
    const { actor } = await freshWorkspace();
    for (const name of ['A', 'B', 'C', 'D', 'E']) {
      const { id } = unwrap(await createJourney(actor, { name }));
      if (name === 'C') await archiveJourney(actor, { id });
    }
    const first = unwrap(await listJourneys(actor, { limit: 3 }));
    const second = unwrap(await listJourneys(actor, { limit: 3, cursor: first.next ?? '' }));
    expect([...first.data, ...second.data].map(({ name }) => name).sort()).toEqual(['A', 'B', 'D', 'E']);
    expect(second.next).toBeNull();
    const archived = unwrap(await listJourneys(actor, { limit: 3, state: 'archived' }));
    expect(archived.data.map(({ name }) => name)).toEqual(['C']);
    const foreign = await listJourneys(actor, { limit: 3, cursor: 'nonsense' });
    expect(foreign).toMatchObject({ ok: false, refusal: { code: 'bad-cursor', field: 'cursor' } });
  });
});
