// Goes back to an old version: its document becomes the draft and, if so wished, the next version at once.
import { and, eq } from 'drizzle-orm';
import { journeys } from '@/drizzle/schema';
import type { RestoreVersion, VersionDetail } from '@/lib/core/api/version';
import { ok } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace, type Tx } from '../db/transaction';
import { failingTests, testsFailing } from '../journey-tests/failing-tests';
import { refusal } from '../refusal';
import { wake } from '../wake';
import { findVersion } from './find-version';
import { judgeDraft } from './judge-draft';
import { type LockedJourney, lockJourney } from './lock-journey';
import { lockPassages } from './lock-passages';
import { type Answer, publishable, publishVersion } from './publish-version';
import { standingOf } from './standing';
import { storedJson } from './stored-json';

export async function restoreVersion(actor: Actor, input: RestoreVersion): Promise<Answer> {
  const { id, version, publish, plan, ignoreFailingTests = false } = input;
  const found = await findVersion(actor, { id, version });
  if (!found.ok) return found;
  const { document } = found.value;
  const judged = await judgeDraft(actor, document);
  const program = publish ? publishable(judged, plan) : null;
  if (program?.ok === false) return program;
  const failing = publish && !ignoreFailingTests ? await failingTests(actor, id, document) : [];
  if (failing.length > 0) return testsFailing(failing);
  const result = await inWorkspace(actor.workspaceId, async (tx): Promise<Answer> => {
    if (publish) await lockPassages(tx, actor);
    const journey = await lockJourney(tx, actor, id);
    if (!journey) return refusal('not-found');
    if (journey.state === 'archived') return refusal('journey-archived');
    await makeDraft(tx, actor, journey, found.value);
    if (publish) return publishVersion(tx, actor, journey, { document, judged }, input);
    return ok(await standingOf(tx, journey, journey.state));
  });
  if (result.ok && publish) wake('engine');
  if (result.ok && publish) wake('sender');
  return result;
}

async function makeDraft(
  tx: Tx,
  actor: Actor,
  journey: LockedJourney,
  { version, document }: VersionDetail,
): Promise<void> {
  const draftRevision = journey.draftRevision + 1;
  await tx
    .update(journeys)
    .set({ draft: storedJson(document), draftRevision, updatedAt: now() })
    .where(and(eq(journeys.workspaceId, actor.workspaceId), eq(journeys.id, journey.id)));
  await audit(tx, actor, 'journey.version-restored', journey.id, { version, draftRevision });
}
