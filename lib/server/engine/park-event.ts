// Puts an event aside that the engine cannot work, with its reason, so that the events behind it go on.
import { parkedEvents } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import { now } from '../clock';
import type { Tx } from '../db/transaction';
import { fault } from '../fault';
import { log } from '../log';

export async function parkEvent(tx: Tx, workspaceId: Id<'wsp'>, seq: number, error: unknown): Promise<void> {
  log.error({ error, workspaceId, seq }, 'An event could not be worked and was put aside');
  const row = { workspaceId, seq, error: String(error), parkedAt: now() };
  await fault('engine.park', () => tx.insert(parkedEvents).values(row).onConflictDoNothing());
}
