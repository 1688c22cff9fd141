// Saves a draft, unless somebody else saved since the revision it was drawn from.
import { and, eq } from 'drizzle-orm';
import { journeys } from '@/drizzle/schema';
import type { JourneyDetail, SaveDraft, StaleDraft } from '@/lib/core/api/journey';
import { JourneyDocument } from '@/lib/core/journey/document';
import { type DraftChange, draftChange, isUnchanged } from '@/lib/core/journey/draft-change';
import { ok, type Refusal, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace, type Tx } from '../db/transaction';
import { refusal } from '../refusal';
import { getJourneyDetail } from './journey-detail';
import { type LockedJourney, lockJourney } from './lock-journey';
import { readStored } from './read-stored';
import { staleDraft } from './stale-draft';
import { storedJson } from './stored-json';

interface Draft {
  readonly name: string;
  readonly document: JourneyDocument;
}

export function saveDraft(
  actor: Actor,
  input: SaveDraft,
): Promise<Result<JourneyDetail, Refusal | StaleDraft>> {
  return inWorkspace(actor.workspaceId, async (tx) => {
    const journey = await lockJourney(tx, actor, input.id);
    if (!journey) return refusal('not-found');
    if (journey.state === 'archived') return refusal('journey-archived');
    const before = { name: journey.name, document: readStored(JourneyDocument, journey.draft) };
    const { draftRevision: startedFrom = journey.draftRevision } = input;
    if (startedFrom !== journey.draftRevision) return staleDraft(tx, journey, before, startedFrom);
    const after = { name: input.name ?? before.name, document: input.document ?? before.document };
    const change = draftChange(before, after);
    if (!isUnchanged(change)) await store(tx, actor, journey, after, change);
    return ok(await getJourneyDetail(tx, actor, input.id));
  });
}

async function store(
  tx: Tx,
  actor: Actor,
  journey: LockedJourney,
  draft: Draft,
  change: DraftChange,
): Promise<void> {
  const draftRevision = journey.draftRevision + 1;
  await tx
    .update(journeys)
    .set({ name: draft.name, draft: storedJson(draft.document), draftRevision, updatedAt: now() })
    .where(and(eq(journeys.workspaceId, actor.workspaceId), eq(journeys.id, journey.id)));
  await audit(tx, actor, 'journey.draft-saved', journey.id, { draftRevision, ...change });
}
