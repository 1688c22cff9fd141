// Group commit for outcomes: while one transaction runs, the sends that end wait together and share the next one.
import type { Id } from '@/lib/core/id';
import { inWorkspace } from '../db/transaction';
import { fault } from '../fault';
import { wake } from '../wake';
import { type Finished, finishSends } from './finish-sends';

interface Waiting {
  readonly finished: Finished;
  readonly resolve: (wasRecorded: boolean) => void;
  readonly reject: (error: unknown) => void;
}

const queues = new Map<string, Waiting[]>();

/** True where the outcome was recorded, false where the row had been taken over. */
export function recordOutcome(workspaceId: Id<'wsp'>, finished: Finished): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const waiting = { finished, resolve, reject };
    const queue = queues.get(workspaceId);
    if (queue) {
      queue.push(waiting);
      return;
    }
    queues.set(workspaceId, [waiting]);
    void flush(workspaceId);
  });
}

async function flush(workspaceId: Id<'wsp'>): Promise<void> {
  // The next turn of the loop: sends that end together are recorded together from the first one on.
  await new Promise((resolve) => setImmediate(resolve));
  for (;;) {
    const batch = queues.get(workspaceId)?.splice(0) ?? [];
    if (batch.length === 0) {
      queues.delete(workspaceId);
      return;
    }
    await recordBatch(workspaceId, batch);
  }
}

async function recordBatch(workspaceId: Id<'wsp'>, batch: readonly Waiting[]): Promise<void> {
  try {
    const finished = batch.map((waiting) => waiting.finished);
    const recorded = await fault('sender.finish', () =>
      inWorkspace(workspaceId, (tx) => finishSends(tx, workspaceId, finished)),
    );
    if (finished.some(({ answer }) => answer)) wake('engine');
    for (const waiting of batch) waiting.resolve(recorded.includes(waiting.finished.id));
  } catch (error) {
    for (const waiting of batch) waiting.reject(error);
  }
}
