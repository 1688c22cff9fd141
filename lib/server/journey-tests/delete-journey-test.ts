// Takes a test away for good.
import { and, eq } from 'drizzle-orm';
import { journeyTests } from '@/drizzle/schema';
import type { JourneyTestEntry, TestRef } from '@/lib/core/api/journey-test';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { testEntry } from './test-entries';

/** @returns the test as it was, so that it can be put back */
export function deleteJourneyTest(
  actor: Actor,
  { id: journeyId, testId }: TestRef,
): Promise<Result<JourneyTestEntry>> {
  return inWorkspace(actor.workspaceId, async (tx) => {
    const [gone] = await tx
      .delete(journeyTests)
      .where(
        and(
          eq(journeyTests.workspaceId, actor.workspaceId),
          eq(journeyTests.journeyId, journeyId),
          eq(journeyTests.id, testId),
        ),
      )
      .returning();
    if (!gone) return refusal('not-found');
    await audit(tx, actor, 'journey-test.deleted', journeyId, { test: testId, name: gone.name });
    return ok(testEntry(gone));
  });
}
