// After a downgrade: what a newer release has saved is refused by that name, kept as it is, and keeps nothing else from working.
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '@/lib/core/id';
import { ok, type Refusal, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { asSystem, inWorkspace, rows } from '../db/transaction';
import { createJourneyTest } from '../journey-tests/create-journey-test';
import { listJourneyTests } from '../journey-tests/list-journey-tests';
import { runJourneyTests } from '../journey-tests/run-journey-tests';
import { saveJourneyTest } from '../journey-tests/save-journey-test';
import { welcomeDrawing } from '../testing/drawings';
import { freshWorkspace } from '../testing/fresh-workspace';
import { welcomeTest } from '../testing/journey-tests';
import { unwrap } from '../testing/unwrap';
import { createJourney } from './create-journey';
import { diffVersions } from './diff-versions';
import { findJourney } from './find-journey';
import { findLiveDocument } from './find-live-document';
import { findNewerJourney } from './find-newer-journey';
import { findNewerVersion } from './find-newer-version';
import { findVersion } from './find-version';
import { listJourneys } from './list-journeys';
import { listVersions } from './list-versions';
import { previewPublish } from './preview-publish';
import { publishJourney } from './publish-journey';
import { refusingNewer } from './read-stored';
import { restoreVersion } from './restore-version';
import { saveDraft } from './save-draft';

const newer = { ok: false, refusal: { code: 'newer-release' } };

let actor: Actor;
let id: Id<'jrn'>;

beforeEach(async () => {
  ({ actor } = await freshWorkspace());
  ({ id } = unwrap(await createJourney(actor, { name: 'Welcome', document: welcomeDrawing() })));
  unwrap(await publishJourney(actor, { id }));
});

/** Versions never change, so it takes more than the product's own role. */
const ofFormat2 = (table: 'journeys' | 'journey_versions' | 'journey_tests', column: string) =>
  asSystem(async (tx) => {
    const [name, value] = [sql.identifier(table), sql.identifier(column)];
    await tx.execute(sql`
      update ${name} set ${value} = jsonb_set(${value}, '{format}', '2') where workspace_id = ${actor.workspaceId}`);
  });

const storedDraft = async () => {
  const [found] = await inWorkspace(actor.workspaceId, (tx) =>
    rows<{ draft: unknown; revision: number }>(
      tx,
      sql`select draft, draft_revision as revision from journeys where id = ${id}`,
    ),
  );
  return found;
};

describe('a draft', () => {
  beforeEach(() => ofFormat2('journeys', 'draft'));

  it('is refused by that name wherever it would be read or replaced, and stays as it is', async () => {
    const before = await storedDraft();
    const document = welcomeDrawing({ event: 'Other' });
    const verbs: readonly (() => Promise<Result<unknown, Refusal>>)[] = [
      () => findJourney(actor, { id }),
      () => saveDraft(actor, { id, document }),
      () => saveDraft(actor, { id, name: 'Other' }),
      () => publishJourney(actor, { id }),
      () => previewPublish(actor, { id }),
      () => diffVersions(actor, { id, from: 'live', to: 'draft' }),
    ];
    for (const verb of verbs) expect(await refusingNewer(verb)).toMatchObject(newer);
    expect(await storedDraft()).toEqual(before);
  });

  it('says what is wrong and what to do', async () => {
    const said = async () => {
      const answer = await refusingNewer(() => findJourney(actor, { id }));
      return answer.ok ? '' : answer.refusal.message;
    };
    expect(await said()).toMatch(/^A newer version of Throughline has saved this\. Update Throughline/);
    await asSystem((tx) =>
      tx.execute(sql`
        update journeys set draft = jsonb_set(jsonb_set(draft, '{format}', '1'), '{nodes,0,type}', '"teleport"')
        where id = ${id}`),
    );
    expect(await said()).toMatch(/does not know a part of this \(nodes\.0\.type\)/);
  });

  it('is told of without being read, and its journey and versions are listed', async () => {
    const told = unwrap(await findNewerJourney(actor, { id }));
    expect(told).toMatchObject({ name: 'Welcome', state: 'live', liveVersion: 1, isLiveKnown: true });
    expect(JSON.parse(told.drawing)).toEqual({ ...welcomeDrawing(), format: 2 });
    expect(unwrap(await listJourneys(actor, { limit: 10 })).data).toHaveLength(1);
    expect(unwrap(await listVersions(actor, { id, limit: 10 })).data).toHaveLength(1);
    const { actor: stranger } = await freshWorkspace();
    expect(await findNewerJourney(stranger, { id })).toMatchObject({ refusal: { code: 'not-found' } });
  });

  it('gives way to an older version where somebody asks for that', async () => {
    unwrap(await restoreVersion(actor, { id, version: 1, publish: false }));
    expect(unwrap(await findJourney(actor, { id })).document).toEqual(welcomeDrawing());
  });
});

describe('a live version', () => {
  beforeEach(() => ofFormat2('journey_versions', 'document'));

  it('is refused by that name, and another can be published over it', async () => {
    const live = () => refusingNewer(async () => ok(await findLiveDocument(actor, { id })));
    expect(await live()).toMatchObject(newer);
    expect(await refusingNewer(() => findVersion(actor, { id, version: 1 }))).toMatchObject(newer);
    const told = unwrap(await findNewerVersion(actor, { id, version: 1 }));
    expect(JSON.parse(told.drawing)).toMatchObject({ format: 2 });
    const { actor: stranger } = await freshWorkspace();
    expect(await findNewerVersion(stranger, { id, version: 1 })).toMatchObject({
      refusal: { code: 'not-found' },
    });
    unwrap(await previewPublish(actor, { id }));
    expect(unwrap(await publishJourney(actor, { id }))).toMatchObject({ version: 2 });
    expect(await live()).toMatchObject({ ok: true });
  });

  it('that cannot be run is said to stand still', async () => {
    await ofFormat2('journeys', 'draft');
    await ofFormat2('journey_versions', 'program');
    expect(unwrap(await findNewerJourney(actor, { id }))).toMatchObject({ isLiveKnown: false });
  });
});

it('a test fails by that name beside the others, and is not replaced', async () => {
  const { id: testId } = unwrap(await createJourneyTest(actor, { id, test: welcomeTest() }));
  await ofFormat2('journey_tests', 'test');
  unwrap(await createJourneyTest(actor, { id, test: welcomeTest({ name: 'Known' }) }));
  const listed = unwrap(await listJourneyTests(actor, { id })).data;
  expect(listed.map(({ test }) => test?.name ?? null)).toEqual([null, 'Known']);
  expect(unwrap(await runJourneyTests(actor, { id })).data).toMatchObject([
    { name: 'Gets the letter', passed: false, difference: { code: 'newer-release' } },
    { name: 'Known', passed: true },
  ]);
  const saving = refusingNewer(() => saveJourneyTest(actor, { id, testId, test: welcomeTest() }));
  expect(await saving).toMatchObject(newer);
  expect(unwrap(await listJourneyTests(actor, { id })).data[0]?.test).toBeNull();
});
