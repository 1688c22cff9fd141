// Runs the tests of a journey on its draft. Nothing is sent and nothing is written.
import type { JourneyTestResults, RunJourneyTests } from '@/lib/core/api/journey-test';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { findJourneyDetail } from '../journeys/journey-detail';
import { refusal } from '../refusal';
import { testEntries } from './test-entries';
import { testResult } from './test-result';

export async function runJourneyTests(
  actor: Actor,
  { id, testIds }: RunJourneyTests,
): Promise<Result<JourneyTestResults>> {
  const found = await inWorkspace(actor.workspaceId, async (tx) => {
    const journey = await findJourneyDetail(tx, actor, id);
    return journey && { journey, tests: await testEntries(tx, actor, id) };
  });
  if (!found) return refusal('not-found');
  const { journey, tests } = found;
  const chosen = tests.filter((test) => testIds?.includes(test.id) ?? true);
  if (testIds && new Set(testIds).size !== chosen.length) return refusal('not-found');
  return ok({ data: chosen.map((test) => testResult(journey.document, test)) });
}
