// The tests of a journey, inside the transaction that asks.
import { and, asc, eq } from 'drizzle-orm';
import { journeyTests } from '@/drizzle/schema';
import type { JourneyTestEntry } from '@/lib/core/api/journey-test';
import type { Id } from '@/lib/core/id';
import { JourneyTest } from '@/lib/core/journey-test/journey-test';
import type { Actor } from '../actor';
import type { Tx } from '../db/transaction';

/** Oldest first, so that a list of them does not jump when one is saved. */
export async function testEntries(tx: Tx, actor: Actor, journeyId: Id<'jrn'>): Promise<JourneyTestEntry[]> {
  const found = await tx
    .select()
    .from(journeyTests)
    .where(and(eq(journeyTests.workspaceId, actor.workspaceId), eq(journeyTests.journeyId, journeyId)))
    .orderBy(asc(journeyTests.createdAt), asc(journeyTests.id));
  return found.map(testEntry);
}

export function testEntry(row: typeof journeyTests.$inferSelect): JourneyTestEntry {
  const { id, journeyId, name, createdAt, updatedAt } = row;
  const test = JourneyTest.safeParse(row.test).data ?? null;
  return {
    id,
    journeyId,
    name,
    test,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
