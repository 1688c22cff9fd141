// Versions: they stay as they were published, can be listed and compared, and gone back to.
import { desc } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditLog } from '@/drizzle/schema';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { createJourneyTest } from '../journey-tests/create-journey-test';
import { looseNodes, welcomeDrawing } from '../testing/drawings';
import { fillJourney } from '../testing/fill-journey';
import { freshWorkspace } from '../testing/fresh-workspace';
import { welcomeTest } from '../testing/journey-tests';
import { unwrap } from '../testing/unwrap';
import { archiveJourney } from './archive-journey';
import { createJourney } from './create-journey';
import { diffVersions } from './diff-versions';
import { findJourney } from './find-journey';
import { findVersion } from './find-version';
import { listVersions } from './list-versions';
import { publishJourney } from './publish-journey';
import { restoreVersion } from './restore-version';
import { saveDraft } from './save-draft';

const missing = { ok: false, refusal: { code: 'not-found' } };

/** Two versions with two people in the first, and a draft that differs from both. */
async function twoVersions() {
  const { actor } = await freshWorkspace();
  const { id } = unwrap(await createJourney(actor, { name: 'Welcome', document: welcomeDrawing() }));
  unwrap(await publishJourney(actor, { id, note: ' First ' }));
  await fillJourney(actor, id, [{ nodeId: 'nod_wait' }, { nodeId: 'nod_wait' }]);
  unwrap(await saveDraft(actor, { id, document: welcomeDrawing({ subject: 'Hello' }) }));
  unwrap(await publishJourney(actor, { id, note: 'Second' }));
  unwrap(await saveDraft(actor, { id, document: welcomeDrawing({ subject: 'Good day' }) }));
  return { actor, id };
}

async function lastAction(actor: Actor) {
  const [row] = await inWorkspace(actor.workspaceId, (tx) =>
    tx.select().from(auditLog).orderBy(desc(auditLog.at)).limit(1),
  );
  return row;
}

describe('listVersions', () => {
  it('says who published what, when, and who is in it', async () => {
    const { actor, id } = await twoVersions();
    const { data, next } = unwrap(await listVersions(actor, { id, limit: 9 }));
    expect(next).toBeNull();
    expect(data).toMatchObject([
      {
        version: 2,
        note: 'Second',
        publishedBy: 'Olive Owner',
        isLive: true,
        people: 0,
        moves: { stayed: 2 },
      },
      { version: 1, isLive: false, people: 2, moves: null, undoUntil: null },
    ]);
  });

  it('pages, newest first', async () => {
    const { actor, id } = await twoVersions();
    const first = unwrap(await listVersions(actor, { id, limit: 1 }));
    const second = unwrap(await listVersions(actor, { id, limit: 1, cursor: first.next ?? '' }));
    expect([...first.data, ...second.data].map(({ version }) => version)).toEqual([2, 1]);
    expect(second.next).toBeNull();
    const bad = await listVersions(actor, { id, limit: 1, cursor: 'nonsense' });
    expect(bad).toMatchObject({ ok: false, refusal: { code: 'bad-cursor' } });
  });
});

describe('findVersion and diffVersions', () => {
  it('open a version as it was, and compare any two sides', async () => {
    const { actor, id } = await twoVersions();
    const { document } = unwrap(await findVersion(actor, { id, version: 1 }));
    expect(document).toEqual(welcomeDrawing());
    const text = async (from: 'draft' | 'live' | number, to: 'draft' | 'live' | number) =>
      unwrap(await diffVersions(actor, { id, from, to })).text;
    expect(await text(1, 2)).toBe('~ nod_mail (send-email) data.subject: "Welcome" → "Hello"');
    expect(await text('live', 'draft')).toBe('~ nod_mail (send-email) data.subject: "Hello" → "Good day"');
    expect(await text(2, 'live')).toBe('');
  });

  it('find nothing where nothing is', async () => {
    const { actor, id } = await twoVersions();
    const { actor: stranger } = await freshWorkspace();
    expect(await findVersion(actor, { id, version: 3 })).toMatchObject(missing);
    expect(await diffVersions(actor, { id, from: 3, to: 'draft' })).toMatchObject(missing);
    const { id: sketch } = unwrap(await createJourney(actor, { name: 'Sketch' }));
    expect(await diffVersions(actor, { id: sketch, from: 'live', to: 'draft' })).toMatchObject(missing);
    expect(await findVersion(stranger, { id, version: 1 })).toMatchObject(missing);
    expect(await listVersions(stranger, { id, limit: 9 })).toMatchObject(missing);
    expect(await diffVersions(stranger, { id, from: 1, to: 2 })).toMatchObject(missing);
    expect(await restoreVersion(stranger, { id, version: 1, publish: true })).toMatchObject(missing);
  });
});

describe('restoreVersion', () => {
  it('makes an old version the draft, and lets the live one be', async () => {
    const { actor, id } = await twoVersions();
    expect(unwrap(await restoreVersion(actor, { id, version: 1, publish: false }))).toMatchObject({
      version: 2,
    });
    const journey = unwrap(await findJourney(actor, { id }));
    expect(journey).toMatchObject({ document: welcomeDrawing(), liveVersion: 2, draftRevision: 4 });
    expect(await lastAction(actor)).toMatchObject({
      action: 'journey.version-restored',
      detail: { version: 1 },
    });
  });

  it('publishes it at once as a new version, with a plan for the people inside', async () => {
    const { actor, id } = await twoVersions();
    const plan = { nodes: [], others: 'move' as const };
    const restored = unwrap(
      await restoreVersion(actor, { id, version: 1, publish: true, note: 'Back', plan }),
    );
    expect(restored).toMatchObject({ version: 3, state: 'live' });
    expect(unwrap(await findJourney(actor, { id }))).toMatchObject({ hasUnpublishedChanges: false });
    expect(unwrap(await listVersions(actor, { id, limit: 1 })).data).toMatchObject([
      { version: 3, note: 'Back', people: 2, moves: { moved: 2 } },
    ]);
  });

  it('publishes nothing that a test of the journey fails on, unless told to', async () => {
    const { actor, id } = await twoVersions();
    const test = welcomeTest({ expected: { ended: { kind: 'never-entered' } } });
    unwrap(await createJourneyTest(actor, { id, test }));
    const input = { id, version: 1, publish: true };
    expect(await restoreVersion(actor, input)).toMatchObject({
      ok: false,
      refusal: { code: 'tests-failing' },
    });
    expect(unwrap(await findJourney(actor, { id }))).toMatchObject({ draftRevision: 3, liveVersion: 2 });
    expect(unwrap(await restoreVersion(actor, { ...input, ignoreFailingTests: true })).version).toBe(3);
  });

  it('refuses before it changes anything', async () => {
    const { actor, id } = await twoVersions();
    const plan = {
      nodes: [{ nodeId: 'nod_x' as const, choice: 'move' as const, spreadHours: 0 }],
      others: 'stay' as const,
    };
    expect(await restoreVersion(actor, { id, version: 1, publish: true, plan })).toMatchObject({
      ok: false,
      refusal: { code: 'plan-target-missing', field: 'plan.nodes.0.to' },
    });
    expect(unwrap(await findJourney(actor, { id }))).toMatchObject({ draftRevision: 3 });
    unwrap(await archiveJourney(actor, { id }));
    expect(await restoreVersion(actor, { id, version: 1, publish: false })).toMatchObject({
      ok: false,
      refusal: { code: 'journey-archived' },
    });
  });
});

it('never changes a version that is published', async () => {
  const { actor, id } = await twoVersions();
  unwrap(await saveDraft(actor, { id, document: looseNodes({ id: 'nod_a' }) }));
  expect(await publishJourney(actor, { id })).toMatchObject({ ok: false });
  unwrap(await restoreVersion(actor, { id, version: 2, publish: false }));
  expect(unwrap(await publishJourney(actor, { id })).version).toBe(2);
  expect(unwrap(await findVersion(actor, { id, version: 1 })).document).toEqual(welcomeDrawing());
  expect(unwrap(await listVersions(actor, { id, limit: 9 })).data).toHaveLength(2);
});
