// A new test of a journey.
import { journeyTests } from '@/drizzle/schema';
import { type CreateJourneyTest, type JourneyTestEntry, MOST_TESTS } from '@/lib/core/api/journey-test';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { lockJourney } from '../journeys/lock-journey';
import { storedJson } from '../journeys/stored-json';
import { newId } from '../new-id';
import { refusal } from '../refusal';
import { testEntries, testEntry } from './test-entries';

export function createJourneyTest(
  actor: Actor,
  { id: journeyId, test }: CreateJourneyTest,
): Promise<Result<JourneyTestEntry>> {
  const { workspaceId } = actor;
  return inWorkspace(workspaceId, async (tx) => {
    const journey = await lockJourney(tx, actor, journeyId);
    if (!journey) return refusal('not-found');
    if (journey.state === 'archived') return refusal('journey-archived');
    if ((await testEntries(tx, actor, journeyId)).length >= MOST_TESTS) {
      return refusal('too-many-tests', { limit: MOST_TESTS });
    }
    const at = now();
    const row = {
      workspaceId,
      id: newId('jts'),
      journeyId,
      name: test.name,
      test: storedJson(test),
      createdAt: at,
      updatedAt: at,
    };
    await tx.insert(journeyTests).values(row);
    await audit(tx, actor, 'journey-test.created', journeyId, { test: row.id, name: test.name });
    return ok(testEntry(row));
  });
}
