// How much faster two worker processes work off a backlog than one. Only PostgreSQL can be shared.
import { sql } from 'drizzle-orm';
import { type ServerProcess, startProcess } from '../chaos/server-process';
import { asSystem, rows } from '../db/transaction';
import { freePort } from '../testing/free-port';
import type { BenchShop } from './bench-shop';
import { familySeconds } from './cpu';
import { printFigure } from './figure';
import { store, workloadEvents } from './workload';

const BACKLOG = 60_000;
const LOOK_MS = 100;

/** @param env what the workers need to reach the shop's database */
export async function benchWorkers(shop: BenchShop, env: Record<string, string>): Promise<void> {
  const one = await rateOf(shop, env, 1);
  const two = await rateOf(shop, env, 2);
  const told = { suite: 'engine', engine: shop.engine };
  const perSecond = two.perSecond / one.perSecond;
  printFigure({ ...told, name: 'one worker process', unit: 'events/s' }, one.perSecond, null);
  printFigure({ ...told, name: 'kept busy by one worker process', unit: 'cores' }, one.cores, null);
  printFigure({ ...told, name: 'kept busy by two worker processes', unit: 'cores' }, two.cores, null);
  printFigure({ ...told, name: 'two worker processes / one', unit: 'ratio' }, perSecond, { atLeast: 1.6 });
}

interface Rate {
  readonly perSecond: number;
  /** Database included: what one leaves idle is all that a second can gain. */
  readonly cores: number;
}

/** From the first events that are worked, because processes take their time to start, to the last. */
async function rateOf(shop: BenchShop, env: Record<string, string>, workers: number): Promise<Rate> {
  await store(shop.actor, workloadEvents(BACKLOG, 100 + workers));
  const whole = await distance();
  const ports = await Promise.all(Array.from({ length: workers }, freePort));
  const fleet = ports.map((port) => startProcess('worker', port, env));
  try {
    // The second process may come a moment later than the first: the clock starts when a part is done.
    let left = await laterDistance();
    while (left > whole * 0.9) left = await laterDistance();
    const startedAt = performance.now();
    const cpu = busySeconds(shop);
    const toDo = (left / whole) * BACKLOG;
    while (left > 0) left = await laterDistance();
    const seconds = (performance.now() - startedAt) / 1000;
    return { perSecond: toDo / seconds, cores: (busySeconds(shop) - cpu) / seconds };
  } finally {
    await Promise.all(fleet.map((worker: ServerProcess) => worker.kill('SIGTERM')));
  }
}

/** Of the workers, which are our children, and of the database. */
function busySeconds({ databasePid }: BenchShop): number {
  return familySeconds(process.pid) + (databasePid === null ? 0 : familySeconds(databasePid));
}

async function laterDistance(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  return distance();
}

/**
 * How far the lanes are from their ends, together. Customers are spread evenly over lanes, so it shrinks with the number of
 * events left, and reading it disturbs nobody: counting them took a fifth of a core.
 */
async function distance(): Promise<number> {
  const [row] = await asSystem((tx) =>
    rows<{ left: number }>(
      tx,
      sql`
        select sum(greatest(last.seq - l.cursor, 0))::float8 as left from lanes l cross join lateral (
          select e.seq from events e where e.workspace_id = l.workspace_id and e.lane = l.lane
          order by e.seq desc limit 1) last`,
    ),
  );
  return row?.left ?? 0;
}
