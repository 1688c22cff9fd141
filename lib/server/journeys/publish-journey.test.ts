// Publishing: what becomes of a draft, of its rules, and of what was live before.
import { and, asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditLog, journeyVersions, triggerRules, workspaces } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { looseNodes, welcomeDrawing } from '../testing/drawings';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { archiveJourney } from './archive-journey';
import { checkDraft } from './check-draft';
import { createJourney } from './create-journey';
import { findJourney } from './find-journey';
import { findLiveDocument } from './find-live-document';
import { pauseJourney } from './pause-journey';
import { publishJourney } from './publish-journey';
import { resumeJourney } from './resume-journey';
import { saveDraft } from './save-draft';

async function drawn(document = welcomeDrawing()) {
  const { actor } = await freshWorkspace();
  const { id } = unwrap(await createJourney(actor, { name: 'Welcome', document }));
  return { actor, id };
}

function rulesOf(actor: Actor, id: Id<'jrn'>) {
  const { version, event, effect, isActive } = triggerRules;
  const own = and(eq(triggerRules.workspaceId, actor.workspaceId), eq(triggerRules.journeyId, id));
  return inWorkspace(actor.workspaceId, (tx) =>
    tx.select({ version, event, effect, isActive }).from(triggerRules).where(own).orderBy(asc(version)),
  );
}

function versionsOf(actor: Actor, id: Id<'jrn'>) {
  return inWorkspace(actor.workspaceId, (tx) =>
    tx
      .select()
      .from(journeyVersions)
      .where(eq(journeyVersions.journeyId, id))
      .orderBy(asc(journeyVersions.version)),
  );
}

async function rulesRevision(actor: Actor) {
  const [row] = await inWorkspace(actor.workspaceId, (tx) => tx.select().from(workspaces));
  return row?.rulesRevision;
}

describe('a webhook step', () => {
  it.each([
    'http://10.0.0.1/hook',
    'http://169.254.169.254/latest',
    'http://[::1]/',
    'http://localhost/hook',
    'https://user:secret@shop.test/',
  ])('to %s is refused before anything is published', async (url) => {
    const drawing = welcomeDrawing();
    const hook = { id: 'nod_hook', type: 'call-webhook', data: { url } };
    const edge = { from: 'nod_mail', exit: 'next', to: 'nod_hook' };
    const document = { ...drawing, nodes: [...drawing.nodes, hook], edges: [...drawing.edges, edge] };
    const { actor, id } = await drawn(JourneyDocument.parse(document));
    expect(await publishJourney(actor, { id })).toMatchObject({
      ok: false,
      refusal: {
        problems: expect.arrayContaining([
          expect.objectContaining({ code: 'forbidden-address', nodeId: 'nod_hook', field: 'url' }),
        ]),
      },
    });
    expect(await versionsOf(actor, id)).toEqual([]);
  });
});

describe('publishJourney', () => {
  it('makes an immutable version whose rules enroll', async () => {
    const { actor, id } = await drawn();
    expect(await publishJourney(actor, { id })).toMatchObject({
      ok: true,
      value: { id, state: 'live', version: 1 },
    });
    expect(await rulesOf(actor, id)).toEqual([
      { version: 1, event: 'Signed Up', effect: 'enroll', isActive: true },
    ]);
    const [version] = await versionsOf(actor, id);
    expect(version).toMatchObject({ version: 1, document: welcomeDrawing(), publishedBy: actor.id });
    expect(version?.program).toMatchObject({
      format: 1,
      rules: [{ nodeId: 'nod_start', event: 'Signed Up' }],
    });
    expect(unwrap(await findJourney(actor, { id }))).toMatchObject({
      liveVersion: 1,
      hasUnpublishedChanges: false,
    });
    expect(await rulesRevision(actor)).toBe(1);
    const { actor: stranger } = await freshWorkspace();
    expect(await findLiveDocument(actor, { id })).toEqual(welcomeDrawing());
    expect(await findLiveDocument(stranger, { id })).toBeNull();
  });

  it('answers with the live version when there is nothing new', async () => {
    const { actor, id } = await drawn();
    const first = await publishJourney(actor, { id });
    expect(await publishJourney(actor, { id })).toEqual(first);
    expect(await versionsOf(actor, id)).toHaveLength(1);
    expect(await rulesRevision(actor)).toBe(1);
  });

  it('takes enrolling away from the version before', async () => {
    const { actor, id } = await drawn();
    await publishJourney(actor, { id });
    await saveDraft(actor, { id, document: welcomeDrawing({ event: 'Registered' }) });
    expect(unwrap(await findJourney(actor, { id })).hasUnpublishedChanges).toBe(true);
    expect(unwrap(await publishJourney(actor, { id })).version).toBe(2);
    expect(await rulesOf(actor, id)).toEqual([
      { version: 1, event: 'Signed Up', effect: 'enroll', isActive: false },
      { version: 2, event: 'Registered', effect: 'enroll', isActive: true },
    ]);
  });

  it('refuses a draft that does not compile, with sentences', async () => {
    const { actor, id } = await drawn(looseNodes({ id: 'nod_a' }));
    const refused = await publishJourney(actor, { id });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'does-not-compile' } });
    const problems = !refused.ok && 'problems' in refused.refusal ? refused.refusal.problems : [];
    const missing = problems.find((problem) => problem.code === 'no-trigger');
    expect(missing?.message).toMatch(/no trigger/);
    expect(await versionsOf(actor, id)).toEqual([]);
    expect(unwrap(await findJourney(actor, { id })).state).toBe('draft');
  });

  it('refuses a template that is not Liquid, by node and field', async () => {
    const { actor, id } = await drawn(welcomeDrawing({ subject: 'Hello {{ customer.name' }));
    const problem = { code: 'bad-template', grade: 'error', nodeId: 'nod_mail', field: 'subject' };
    const checked = unwrap(await checkDraft(actor, { id }));
    expect(checked.problems.filter(({ grade }) => grade === 'error')).toMatchObject([problem]);
    expect(await publishJourney(actor, { id })).toMatchObject({ ok: false });
  });

  it('starts a paused journey again', async () => {
    const { actor, id } = await drawn();
    await publishJourney(actor, { id });
    await pauseJourney(actor, { id });
    expect(unwrap(await publishJourney(actor, { id }))).toMatchObject({ state: 'live', version: 1 });
    expect(await rulesOf(actor, id)).toMatchObject([{ isActive: true }]);
  });

  it('refuses an archived journey and an unknown one', async () => {
    const { actor, id } = await drawn();
    const { actor: stranger } = await freshWorkspace();
    const missing = { ok: false, refusal: { code: 'not-found' } };
    for (const verb of [publishJourney, pauseJourney, resumeJourney, archiveJourney, checkDraft]) {
      expect(await verb(stranger, { id })).toMatchObject(missing);
    }
    await archiveJourney(actor, { id });
    expect(await publishJourney(actor, { id })).toMatchObject({
      ok: false,
      refusal: { code: 'journey-archived' },
    });
  });
});

describe('many at once', () => {
  it('makes one version of fifty publishes of one draft', async () => {
    const { actor, id } = await drawn();
    const results = await Promise.all(Array.from({ length: 50 }, () => publishJourney(actor, { id })));
    expect(new Set(results.map((result) => unwrap(result).version))).toEqual(new Set([1]));
    expect(await versionsOf(actor, id)).toHaveLength(1);
    const published = await inWorkspace(actor.workspaceId, (tx) =>
      tx.select().from(auditLog).where(eq(auditLog.action, 'journey.published')),
    );
    expect(published).toHaveLength(1);
  });

  it('leaves no gap and no doubt after saves, publishes, pauses and resumes in any order', async () => {
    const { actor, id } = await drawn();
    await publishJourney(actor, { id });
    const acts = Array.from({ length: 50 }, (_, index) => {
      if (index % 5 === 0)
        return saveDraft(actor, { id, document: welcomeDrawing({ subject: `Hello ${index}` }) });
      if (index % 5 === 1) return pauseJourney(actor, { id });
      if (index % 5 === 2) return resumeJourney(actor, { id });
      return publishJourney(actor, { id });
    });
    for (const result of await Promise.all(acts)) expect(result.ok).toBe(true);
    const { liveVersion, state } = unwrap(await findJourney(actor, { id }));
    const versions = await versionsOf(actor, id);
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
    expect(liveVersion).toBe(versions.length);
    const active = (await rulesOf(actor, id)).filter(({ isActive }) => isActive);
    expect(active.map(({ version }) => version)).toEqual(state === 'live' ? [liveVersion] : []);
  });
});
