// Segments are changed one at a time in a workspace: names stay single, and no two changes close a circle together.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';

export async function lockSegments(tx: Tx, workspaceId: Id<'wsp'>): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`segments ${workspaceId}`}, 0))`);
}
