// The one lock under which events of a workspace are written: so `events.seq` rises in the order of commits.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';

/** Held to the end of the transaction; the database is the only thing all writing processes share. */
export async function lockWorkspace(tx: Tx, workspaceId: Id<'wsp'>): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`ingest ${workspaceId}`}, 0))`);
}
