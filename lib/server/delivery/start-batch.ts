// Starts a batch, and when the database cannot store it, each of its sends alone: one that can never be stored is parked
// as a dead letter instead of holding up the others for ever.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { inWorkspace } from '../db/transaction';
import { fault } from '../fault';
import { log } from '../log';
import type { Prepared } from './prepare';
import { type Started, startSends } from './start-sends';

export async function startBatch(workspaceId: Id<'wsp'>, prepared: readonly Prepared[]): Promise<Started[]> {
  try {
    return await start(workspaceId, prepared);
  } catch (error) {
    if (!isDataError(error)) throw error;
  }
  const started: Started[] = [];
  for (const one of prepared) started.push(...(await startAlone(workspaceId, one)));
  return started;
}

function start(workspaceId: Id<'wsp'>, prepared: readonly Prepared[]): Promise<Started[]> {
  return fault('sender.start', () => inWorkspace(workspaceId, (tx) => startSends(tx, workspaceId, prepared)));
}

async function startAlone(workspaceId: Id<'wsp'>, one: Prepared): Promise<Started[]> {
  try {
    return await start(workspaceId, [one]);
  } catch (error) {
    if (!isDataError(error)) throw error;
    log.error({ error, workspaceId, outboxId: one.row.id }, 'A send cannot be stored and was parked');
    await inWorkspace(workspaceId, (tx) =>
      tx.execute(sql`
        update outbox set status = 'dead', lease_until = null, last_error = 'It cannot be stored'
        where workspace_id = ${workspaceId} and id = ${one.row.id} and fence = ${one.row.fence}`),
    );
    return [];
  }
}

/** SQLSTATE class 22: the values are at fault, not the database or the network. The driver's error is the cause. */
function isDataError(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('22');
}
