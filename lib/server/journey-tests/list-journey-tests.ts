// The tests that are kept with a journey.
import type { JourneyRef } from '@/lib/core/api/journey';
import type { JourneyTestList } from '@/lib/core/api/journey-test';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { isJourney } from '../journeys/is-journey';
import { refusal } from '../refusal';
import { testEntries } from './test-entries';

export function listJourneyTests(actor: Actor, { id }: JourneyRef): Promise<Result<JourneyTestList>> {
  return inWorkspace(actor.workspaceId, async (tx) => {
    return (await isJourney(tx, actor, id))
      ? ok({ data: await testEntries(tx, actor, id) })
      : refusal('not-found');
  });
}
