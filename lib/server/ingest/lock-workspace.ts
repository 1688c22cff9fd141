// The one lock under which events of a workspace are written: so `events.seq` rises in the order of commits.
import { type SQL, sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';

/** Held to the end of the transaction; the database is the only thing all writing processes share. */
export function workspaceLock(workspaceId: Id<'wsp'>): SQL {
  return sql`pg_advisory_xact_lock(hashtextextended(${`ingest ${workspaceId}`}, 0))`;
}

export async function lockWorkspace(tx: Tx, workspaceId: Id<'wsp'>): Promise<void> {
  await tx.execute(sql`select ${workspaceLock(workspaceId)}`);
}
