// Journey tests: kept with their journey, run on its draft, and nobody else's business.
import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditLog } from '@/drizzle/schema';
import { MOST_TESTS } from '@/lib/core/api/journey-test';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { archiveJourney } from '../journeys/archive-journey';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { saveDraft } from '../journeys/save-draft';
import { looseNodes, welcomeDrawing } from '../testing/drawings';
import { freshWorkspace } from '../testing/fresh-workspace';
import { welcomeTest } from '../testing/journey-tests';
import { unwrap } from '../testing/unwrap';
import { createJourneyTest } from './create-journey-test';
import { deleteJourneyTest } from './delete-journey-test';
import { failingTests } from './failing-tests';
import { listJourneyTests } from './list-journey-tests';
import { runJourneyTests } from './run-journey-tests';
import { saveJourneyTest } from './save-journey-test';

async function kept() {
  const { actor } = await freshWorkspace();
  const { id } = unwrap(await createJourney(actor, { name: 'Welcome', document: welcomeDrawing() }));
  const test = unwrap(await createJourneyTest(actor, { id, test: welcomeTest() }));
  return { actor, id, testId: test.id };
}

const refusedWith = (code: string) => ({ ok: false, refusal: { code } });

function audited(actor: Actor, target: string) {
  const { action, detail } = auditLog;
  const own = and(eq(auditLog.workspaceId, actor.workspaceId), eq(auditLog.target, target));
  return inWorkspace(actor.workspaceId, (tx) => tx.select({ action, detail }).from(auditLog).where(own));
}

describe('keeping tests', () => {
  it('gives back what was kept, oldest first, and says who changed what', async () => {
    const { actor, id, testId } = await kept();
    const second = unwrap(await createJourneyTest(actor, { id, test: welcomeTest({ name: 'Second' }) }));
    unwrap(await saveJourneyTest(actor, { id, testId, test: welcomeTest({ name: 'First' }) }));
    const { data } = unwrap(await listJourneyTests(actor, { id }));
    expect(data.map(({ name }) => name)).toEqual(['First', 'Second']);
    expect(data[0]?.test).toEqual(welcomeTest({ name: 'First' }));
    expect(unwrap(await deleteJourneyTest(actor, { id, testId: second.id }))).toMatchObject({
      name: 'Second',
    });
    expect(unwrap(await listJourneyTests(actor, { id })).data).toHaveLength(1);
    const rows = await audited(actor, id);
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['journey-test.created', 'journey-test.saved', 'journey-test.deleted']),
    );
    expect(rows).toContainEqual({
      action: 'journey-test.deleted',
      detail: { test: second.id, name: 'Second' },
    });
  });

  it('refuses what is not there, what is archived, and one too many', async () => {
    const { actor, id, testId } = await kept();
    const other = unwrap(await createJourney(actor, { name: 'Other' })).id;
    const test = welcomeTest();
    const missing = refusedWith('not-found');
    expect(await createJourneyTest(actor, { id: 'jrn_none', test })).toMatchObject(missing);
    expect(await saveJourneyTest(actor, { id, testId: 'jts_none', test })).toMatchObject(missing);
    expect(await saveJourneyTest(actor, { id: other, testId, test })).toMatchObject(missing);
    expect(await deleteJourneyTest(actor, { id: other, testId })).toMatchObject(missing);
    for (let made = 1; made < MOST_TESTS; made += 1) unwrap(await createJourneyTest(actor, { id, test }));
    expect(await createJourneyTest(actor, { id, test })).toMatchObject(refusedWith('too-many-tests'));
    unwrap(await archiveJourney(actor, { id }));
    expect(await createJourneyTest(actor, { id, test })).toMatchObject(refusedWith('journey-archived'));
    expect(await saveJourneyTest(actor, { id, testId, test })).toMatchObject(refusedWith('journey-archived'));
  });

  it('shows another workspace nothing', async () => {
    const { id, testId } = await kept();
    const { actor: stranger } = await freshWorkspace();
    const missing = refusedWith('not-found');
    const test = welcomeTest();
    expect(await listJourneyTests(stranger, { id })).toMatchObject(missing);
    expect(await createJourneyTest(stranger, { id, test })).toMatchObject(missing);
    expect(await saveJourneyTest(stranger, { id, testId, test })).toMatchObject(missing);
    expect(await deleteJourneyTest(stranger, { id, testId })).toMatchObject(missing);
    expect(await runJourneyTests(stranger, { id })).toMatchObject(missing);
  });
});

describe('running tests', () => {
  it('passes on the drawing they were written for, and shows every decision', async () => {
    const { actor, id, testId } = await kept();
    const { data } = unwrap(await runJourneyTests(actor, { id }));
    expect(data).toMatchObject([{ id: testId, name: 'Gets the letter', passed: true, difference: null }]);
    expect(data[0]?.decisions.map(({ at, code }) => [at, code])).toEqual([
      ['2026-03-01T12:00:00.000Z', 'entered'],
      ['2026-03-01T12:00:00.000Z', 'delay-started'],
      ['2026-03-01T13:00:00.000Z', 'delay-over'],
      ['2026-03-01T13:00:00.000Z', 'message-queued'],
      ['2026-03-01T13:00:00.000Z', 'path-ended'],
    ]);
  });

  it('runs the draft as it is now, and says which decision differed', async () => {
    const { actor, id, testId } = await kept();
    const drawing = welcomeDrawing();
    const nodes = drawing.nodes.map((node) =>
      node.type === 'delay' ? { ...node, data: { amount: 2, unit: 'hours' } } : node,
    );
    const slower = JourneyDocument.parse({ ...drawing, nodes });
    unwrap(await saveDraft(actor, { id, document: slower }));
    const message = 'The test expects an e-mail from “E-mail” after 1 hour, but it was sent after 2 hours.';
    const difference = { code: 'send-at-other-time', message, nodeId: 'nod_mail', step: 4 };
    const { data } = unwrap(await runJourneyTests(actor, { id, testIds: [testId] }));
    expect(data).toMatchObject([{ passed: false, difference }]);
    expect(await failingTests(actor, id, slower)).toEqual([{ id: testId, name: 'Gets the letter', message }]);
    expect(await failingTests(actor, id, drawing)).toEqual([]);
  });

  it('says so of a drawing that cannot run, and of a test that is not there', async () => {
    const { actor, id } = await kept();
    expect(await runJourneyTests(actor, { id, testIds: ['jts_none'] })).toMatchObject(
      refusedWith('not-found'),
    );
    unwrap(await saveDraft(actor, { id, document: looseNodes({ id: 'nod_a' }) }));
    const { data } = unwrap(await runJourneyTests(actor, { id }));
    expect(data).toMatchObject([{ passed: false, difference: { code: 'does-not-compile' } }]);
  });
});

describe('publishing', () => {
  it('is refused while a test fails on the draft, and says which', async () => {
    const { actor, id, testId } = await kept();
    const never = welcomeTest({ expected: { ended: { kind: 'never-entered' } } });
    unwrap(await saveJourneyTest(actor, { id, testId, test: never }));
    const tests = [
      { id: testId, name: 'Gets the letter', message: expect.stringContaining('“E-mail” sent') },
    ];
    expect(await publishJourney(actor, { id })).toMatchObject({
      ok: false,
      refusal: { code: 'tests-failing', tests },
    });
    const ignoring = await publishJourney(actor, { id, ignoreFailingTests: true });
    expect(ignoring).toMatchObject({ ok: true, value: { version: 1 } });
  });

  it('goes its way where all tests pass, and judges the drawing first', async () => {
    const { actor, id } = await kept();
    expect(await publishJourney(actor, { id })).toMatchObject({ ok: true });
    unwrap(await saveDraft(actor, { id, document: looseNodes({ id: 'nod_a' }) }));
    expect(await publishJourney(actor, { id })).toMatchObject(refusedWith('does-not-compile'));
    unwrap(await archiveJourney(actor, { id }));
    expect(await publishJourney(actor, { id })).toMatchObject(refusedWith('journey-archived'));
  });
});
