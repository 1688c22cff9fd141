// Runs what somebody merely tries out, and gives up on what would keep the database busy for long, or what nobody waits for.
import { type SQL, sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { asSystem, inWorkspace, rows, type Tx } from '../db/transaction';
import { log } from '../log';
import { pause } from '../pause';
import { runtime } from '../runtime';

export const LONGEST_MS = 5_000;
/**
 * In the planner's own unit, of which a second holds some hundred thousand. The embedded database knows no time limit, so
 * a plan that would take much longer is not begun there; PostgreSQL's limit is time, and this one for what is hopeless.
 */
const HOPELESS_PLAN = 300_000_000;
const DEAREST_PLAN = { pglite: 3_000_000, postgresql: HOPELESS_PLAN } as const;
/** PostgreSQL's code of a statement that was ended by the time limit, or by us. */
const QUERY_CANCELED = '57014';

const AGAIN_MS = 50;

class TooDear extends Error {}

interface Plan {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: { readonly 'Total Cost': number } }];
}

/**
 * The value of the work in a transaction of its own, or null where it was given up.
 * @param dearest the statement of the work that costs most: its plan is looked at before anything runs
 * @param signal says that nobody waits any more: the statement that runs is ended, where the database can
 */
export async function withinBounds<Value>(
  workspaceId: Id<'wsp'>,
  dearest: SQL,
  work: (tx: Tx) => Promise<Value>,
  signal?: AbortSignal,
): Promise<Value | null> {
  if (signal?.aborted) return null;
  try {
    return await inWorkspace(workspaceId, async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${String(LONGEST_MS)}, true)`);
      if (await isTooDear(tx, dearest, DEAREST_PLAN[runtime().engine])) throw new TooDear();
      return signal ? endedBy(signal, tx, work) : work(tx);
    });
  } catch (error) {
    if (error instanceof TooDear || isCanceled(error)) return null;
    throw error;
  }
}

/** @param dearest in the planner's own unit */
export async function isTooDear(tx: Tx, statement: SQL, dearest: number = HOPELESS_PLAN): Promise<boolean> {
  const [plan] = await rows<Plan>(tx, sql`explain (format json) ${statement}`);
  return (plan?.['QUERY PLAN'][0].Plan['Total Cost'] ?? 0) > dearest;
}

/**
 * The word to end it is lost where it arrives between two statements, so it is said until the work is over; and the last one
 * is waited for before the session goes back to the pool, because it must not end what somebody else runs.
 */
async function endedBy<Value>(signal: AbortSignal, tx: Tx, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  if (runtime().engine === 'pglite') return work(tx);
  const [session] = await rows<{ pid: number }>(tx, sql`select pg_backend_pid() as pid`);
  const over = new AbortController();
  let ending: Promise<void> = Promise.resolve();
  const end = async () => {
    while (!over.signal.aborted) {
      await asSystem((own) => own.execute(sql`select pg_cancel_backend(${session?.pid ?? 0}::int)`));
      await pause(AGAIN_MS, over.signal);
    }
  };
  const onAbort = () => {
    ending = end().catch((error: unknown) => log.warn({ error }, 'A statement could not be ended'));
  };
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    if (signal.aborted) throw new TooDear();
    return await work(tx);
  } finally {
    over.abort();
    signal.removeEventListener('abort', onAbort);
    await ending;
  }
}

function isCanceled(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && error.code === QUERY_CANCELED) return true;
  return isCanceled(error.cause);
}
