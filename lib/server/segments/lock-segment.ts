// Takes a segment for a change.
import { and, eq } from 'drizzle-orm';
import { segments } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';
import { lockSegments } from './lock-segments';

export type LockedSegment = typeof segments.$inferSelect;

export async function lockSegment(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  id: Id<'seg'>,
): Promise<LockedSegment | null> {
  await lockSegments(tx, workspaceId);
  const [segment] = await tx
    .select()
    .from(segments)
    .where(and(eq(segments.workspaceId, workspaceId), eq(segments.id, id)));
  return segment ?? null;
}
