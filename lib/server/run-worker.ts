// A worker: moves customers, sends what became due, and shows signs of life, until it is told to stop.
import { hostname } from 'node:os';
import { sql } from 'drizzle-orm';
import { workspaces } from '@/drizzle/schema';
import { now, setClockOffset } from './clock';
import { asSystem } from './db/transaction';
import { runSender } from './delivery/run-sender';
import { runEngine } from './engine/run-engine';
import { fault } from './fault';
import { log } from './log';
import { pause } from './pause';
import { runtime } from './runtime';

const BEAT_MS = 10_000;
const FOLLOW_CLOCK_MS = 200;

export async function runWorker(signal: AbortSignal): Promise<void> {
  const loops = [runEngine(signal), runSender(signal), beat(signal)];
  if (runtime().env.allowTimeTravel) loops.push(followClock(signal));
  await Promise.all(loops);
}

async function beat(signal: AbortSignal): Promise<void> {
  const worker = `${hostname()}:${process.pid}`;
  while (!signal.aborted) {
    try {
      await fault('worker.beat', () =>
        asSystem((tx) =>
          tx.execute(sql`
          insert into worker_beats (workspace_id, worker_id, beat_at)
          select workspace_id, ${worker}, ${now()} from workspaces
          on conflict (workspace_id, worker_id) do update set beat_at = excluded.beat_at`),
        ),
      );
    } catch (error) {
      log.warn({ error }, 'The worker could not show its sign of life');
    }
    await pause(BEAT_MS, signal);
  }
}

/** Time travel in another process moves this one's clock too. */
async function followClock(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const [row] = await fault('worker.clock', () =>
        asSystem((tx) =>
          tx.select({ ms: sql<number>`coalesce(max(${workspaces.clockOffsetMs}), 0)` }).from(workspaces),
        ),
      );
      setClockOffset(row?.ms ?? 0);
    } catch (error) {
      log.warn({ error }, 'The clock could not be read');
    }
    await pause(FOLLOW_CLOCK_MS, signal);
  }
}
