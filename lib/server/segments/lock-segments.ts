// Segments are changed one at a time in a workspace: names stay single, and no two changes close a circle together. Nobody
// writes down meanwhile what a new one may ask about.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';
import { lockRecords } from '../signals/watch-records';

export async function lockSegments(tx: Tx, workspaceId: Id<'wsp'>): Promise<void> {
  await lockRecords(tx, workspaceId);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`segments ${workspaceId}`}, 0))`);
}
