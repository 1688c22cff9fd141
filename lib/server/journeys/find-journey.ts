// One journey with its draft.
import type { JourneyDetail, JourneyRef } from '@/lib/core/api/journey';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { findJourneyDetail } from './journey-detail';

export async function findJourney(actor: Actor, input: JourneyRef): Promise<Result<JourneyDetail>> {
  const journey = await inWorkspace(actor.workspaceId, (tx) => findJourneyDetail(tx, actor, input.id));
  return journey ? ok(journey) : refusal('not-found');
}
