// Puts another test in the place of one.
import { and, eq } from 'drizzle-orm';
import { journeyTests } from '@/drizzle/schema';
import type { JourneyTestEntry, SaveJourneyTest } from '@/lib/core/api/journey-test';
import { JourneyTest } from '@/lib/core/journey-test/journey-test';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { lockJourney } from '../journeys/lock-journey';
import { readStored } from '../journeys/read-stored';
import { storedJson } from '../journeys/stored-json';
import { refusal } from '../refusal';
import { testEntry } from './test-entries';

export function saveJourneyTest(
  actor: Actor,
  { id: journeyId, testId, test }: SaveJourneyTest,
): Promise<Result<JourneyTestEntry>> {
  return inWorkspace(actor.workspaceId, async (tx) => {
    const journey = await lockJourney(tx, actor, journeyId);
    if (!journey) return refusal('not-found');
    if (journey.state === 'archived') return refusal('journey-archived');
    const own = and(
      eq(journeyTests.workspaceId, actor.workspaceId),
      eq(journeyTests.journeyId, journeyId),
      eq(journeyTests.id, testId),
    );
    const [before] = await tx.select({ test: journeyTests.test }).from(journeyTests).where(own);
    if (!before) return refusal('not-found');
    readStored(JourneyTest, before.test);
    const [saved] = await tx
      .update(journeyTests)
      .set({ name: test.name, test: storedJson(test), updatedAt: now() })
      .where(own)
      .returning();
    if (!saved) return refusal('not-found');
    await audit(tx, actor, 'journey-test.saved', journeyId, { test: testId, name: test.name });
    return ok(testEntry(saved));
  });
}
