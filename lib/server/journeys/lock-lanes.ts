// Keeps the engine out of a workspace until this transaction ends, for changes to people inside: a lane is the only writer.
import { sql } from 'drizzle-orm';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';

/** Waits for workers that are in the middle of a batch. To be taken before any journey is locked, so that nobody waits in a ring. */
export async function lockLanes(tx: Tx, { workspaceId }: Pick<Actor, 'workspaceId'>): Promise<void> {
  await rows(tx, sql`select lane from lanes where workspace_id = ${workspaceId} order by lane for update`);
}
