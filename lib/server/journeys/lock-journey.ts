// Takes a journey for a change: whoever else changes it waits until this transaction ends.
import { and, eq } from 'drizzle-orm';
import { journeys } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import type { Tx } from '../db/transaction';

export type LockedJourney = typeof journeys.$inferSelect;

/** `no key update` keeps writers of this row apart, and lets the engine go on inserting rows that refer to it. */
export async function lockJourney(tx: Tx, actor: Actor, id: Id<'jrn'>): Promise<LockedJourney | null> {
  const [journey] = await tx
    .select()
    .from(journeys)
    .where(and(eq(journeys.workspaceId, actor.workspaceId), eq(journeys.id, id)))
    .for('no key update');
  return journey ?? null;
}
