// How much faster two worker processes work off a backlog than one. Only PostgreSQL can be shared.
import { sql } from 'drizzle-orm';
import { type ServerProcess, startProcess } from '../chaos/server-process';
import { asSystem, rows } from '../db/transaction';
import { freePort } from '../testing/free-port';
import type { BenchShop } from './bench-shop';
import { printFigure } from './figure';
import { store, workloadEvents } from './workload';

const BACKLOG = 60_000;
/** Seldom, because counting what is left costs the database as much as many events. */
const LOOK_MS = 250;

/** @param env what the workers need to reach the shop's database */
export async function benchWorkers(shop: BenchShop, env: Record<string, string>): Promise<void> {
  const one = await eventsPerSecond(shop, env, 1);
  const two = await eventsPerSecond(shop, env, 2);
  const told = { suite: 'engine', engine: shop.engine };
  printFigure({ ...told, name: 'one worker process', unit: 'events/s' }, one, null);
  printFigure({ ...told, name: 'two worker processes / one', unit: 'ratio' }, two / one, { atLeast: 1.6 });
}

/** From the first event that is worked, because processes take their time to start, to the last. */
async function eventsPerSecond(
  shop: BenchShop,
  env: Record<string, string>,
  workers: number,
): Promise<number> {
  await store(shop.actor, workloadEvents(BACKLOG, 100 + workers));
  const ports = await Promise.all(Array.from({ length: workers }, freePort));
  const fleet = ports.map((port) => startProcess('worker', port, env));
  try {
    let left = await waiting();
    while (left === BACKLOG) left = await waiting();
    // The second process may come a moment later than the first: the clock starts when a part is done.
    while (left > BACKLOG * 0.9) left = await waiting();
    const startedAt = performance.now();
    const toDo = left;
    while (left > 0) left = await waiting();
    return toDo / ((performance.now() - startedAt) / 1000);
  } finally {
    await Promise.all(fleet.map((worker: ServerProcess) => worker.kill('SIGTERM')));
  }
}

async function waiting(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  const [row] = await asSystem((tx) =>
    rows<{ left: number }>(
      tx,
      sql`
        select count(*)::int as left from lanes l
        join events e on e.workspace_id = l.workspace_id and e.lane = l.lane and e.seq > l.cursor`,
    ),
  );
  return row?.left ?? 0;
}
