// What keeps a draft from being published, for the canvas: it can judge all but the templates by itself.
import type { JourneyRef, ProblemEntry } from '@/lib/core/api/journey';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { findJourney } from './find-journey';
import { judgeDraft } from './judge-draft';

export async function checkDraft(
  actor: Actor,
  input: JourneyRef,
): Promise<Result<{ draftRevision: number; problems: readonly ProblemEntry[] }>> {
  const journey = await findJourney(actor, input);
  if (!journey.ok) return journey;
  const { draftRevision, document } = journey.value;
  return ok({ draftRevision, problems: (await judgeDraft(actor, document)).problems });
}
