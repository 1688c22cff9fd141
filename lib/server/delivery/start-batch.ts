// Starts a batch, and when the database cannot store it, each of its sends alone: one that can never be stored is parked
// as a dead letter instead of holding up the others for ever.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { inWorkspace, rows } from '../db/transaction';
import { fault } from '../fault';
import { lockWorkspace } from '../ingest/lock-workspace';
import { log } from '../log';
import { wake } from '../wake';
import { isAwaited, noAnswer } from './kept-answer';
import type { Prepared } from './prepare';
import { type Started, startSends } from './start-sends';
import { tellAnswers } from './tell-answers';

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

async function start(workspaceId: Id<'wsp'>, prepared: readonly Prepared[]): Promise<Started[]> {
  const started = await fault('sender.start', () =>
    inWorkspace(workspaceId, (tx) => startSends(tx, workspaceId, prepared)),
  );
  if (started.length < prepared.length && prepared.some(({ row }) => isAwaited(row))) wake('engine');
  return started;
}

async function startAlone(workspaceId: Id<'wsp'>, one: Prepared): Promise<Started[]> {
  try {
    return await start(workspaceId, [one]);
  } catch (error) {
    if (!isDataError(error)) throw error;
    log.error({ error, workspaceId, outboxId: one.row.id }, 'A send cannot be stored and was parked');
    await fault('sender.park', () => park(workspaceId, one));
    return [];
  }
}

async function park(workspaceId: Id<'wsp'>, { row }: Prepared): Promise<void> {
  const reason = 'It cannot be stored';
  const answer = noAnswer(row, reason);
  await inWorkspace(workspaceId, async (tx) => {
    if (answer) await lockWorkspace(tx, workspaceId);
    const parked = await rows(
      tx,
      sql`
        update outbox set status = 'dead', lease_until = null, last_error = ${reason}
        where workspace_id = ${workspaceId} and id = ${row.id} and fence = ${row.fence}
        returning id`,
    );
    if (answer && parked.length > 0) await tellAnswers(tx, workspaceId, [answer]);
  });
  if (answer) wake('engine');
}

/** SQLSTATE class 22: the values are at fault, not the database or the network. The driver's error is the cause. */
function isDataError(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('22');
}
