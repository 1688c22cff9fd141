// Several engine loops at once, in this process and beside it, and a look at how often one had to wait for another.
import { sql } from 'drizzle-orm';
import { asSystem, rows } from '../db/transaction';
import { drainEngine } from '../engine/run-engine';
import { runtime } from '../runtime';
import { freePort } from '../testing/free-port';
import { startProcess } from './server-process';

const LOOK_MS = 5;
const PAUSE_MS = 20;

export interface Crew {
  /** How often somebody was seen waiting for a lock, or embedded for the one connection. */
  readonly waited: number;
  /** Batches that were rolled back: none has to be. */
  readonly failures: readonly string[];
}

export interface CrewPlan {
  readonly loops: number;
  /** Worker processes besides, where there is a server to share. */
  readonly workers: number;
  readonly databaseUrl: string | null;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Works while `work` is under way, and until every event has been worked. */
export async function withCrew(plan: CrewPlan, work: () => Promise<void>): Promise<Crew> {
  let isOver = false;
  const failures: string[] = [];
  const loop = async () => {
    while (!isOver) {
      await drainEngine().catch((error: unknown) => failures.push(`I10 a batch failed: ${String(error)}`));
      await pause(1);
    }
  };
  const waiting = countWaiting(() => isOver);
  const loops = Array.from({ length: plan.loops }, loop);
  const env = { DATABASE_URL: plan.databaseUrl ?? '', SECRET_KEY: '42'.repeat(32) };
  const isShared = plan.databaseUrl !== null;
  const workers = isShared ? Array.from({ length: plan.workers }, () => startWorker(env)) : [];
  try {
    await work();
    await untilWorked();
  } finally {
    isOver = true;
    await Promise.all(loops);
    for (const worker of await Promise.all(workers)) await worker.kill('SIGTERM');
  }
  return { waited: await waiting, failures };
}

/** Until every event has been worked, by whomever. */
export async function untilWorked(): Promise<void> {
  while (await isBehind()) await pause(PAUSE_MS);
}

async function startWorker(env: Record<string, string>) {
  return startProcess('worker', await freePort(), env);
}

async function countWaiting(isOver: () => boolean): Promise<number> {
  let waited = 0;
  while (!isOver()) {
    waited += await waitingNow();
    await pause(LOOK_MS);
  }
  return waited;
}

async function waitingNow(): Promise<number> {
  const { engine, pool } = runtime();
  if (engine === 'pglite') return pool.waitingCount;
  const found = await pool.query('select count(*)::int as count from pg_locks where not granted');
  return found.rows[0].count;
}

async function isBehind(): Promise<boolean> {
  const [found] = await asSystem((tx) =>
    rows<{ isBehind: boolean }>(
      tx,
      sql`
        select exists (
          select from lanes l join events e on e.workspace_id = l.workspace_id and e.lane = l.lane and e.seq > l.cursor
        ) as "isBehind"`,
    ),
  );
  return found?.isBehind ?? false;
}
