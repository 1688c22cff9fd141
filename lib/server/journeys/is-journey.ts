// Whether the workspace has this journey.
import { and, eq } from 'drizzle-orm';
import { journeys } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import type { Tx } from '../db/transaction';

export async function isJourney(tx: Tx, { workspaceId }: Actor, id: Id<'jrn'>): Promise<boolean> {
  const found = await tx
    .select({ id: journeys.id })
    .from(journeys)
    .where(and(eq(journeys.workspaceId, workspaceId), eq(journeys.id, id)));
  return found.length > 0;
}
