// What differs between two versions of a journey, or between one and the draft.
import type { DiffVersions, VersionDiff } from '@/lib/core/api/version';
import { diffText, journeyDiff } from '@/lib/core/journey/diff';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { ok, type Refusal, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { refusal } from '../refusal';
import { findJourney } from './find-journey';
import { findLiveDocument } from './find-live-document';
import { findVersion } from './find-version';

export async function diffVersions(
  actor: Actor,
  { id, from, to }: DiffVersions,
): Promise<Result<VersionDiff>> {
  const [before, after] = [await documentAt(actor, id, from), await documentAt(actor, id, to)];
  if (!before.ok) return before;
  if (!after.ok) return after;
  const diff = journeyDiff(before.value, after.value);
  return ok({ diff, text: diffText(diff) });
}

async function documentAt(
  actor: Actor,
  id: DiffVersions['id'],
  side: DiffVersions['from'],
): Promise<Result<JourneyDocument, Refusal>> {
  if (side === 'live') {
    const live = await findLiveDocument(actor, { id });
    return live ? ok(live) : refusal('not-found');
  }
  const found =
    side === 'draft' ? await findJourney(actor, { id }) : await findVersion(actor, { id, version: side });
  return found.ok ? ok(found.value.document) : found;
}
