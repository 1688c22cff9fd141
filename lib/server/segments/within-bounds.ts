// Runs what somebody merely tries out, and gives up on what would keep the database busy for long.
import { type SQL, sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { inWorkspace, rows, type Tx } from '../db/transaction';

const LONGEST_MS = 5_000;
/** In the planner's own unit. The embedded database knows no time limit, so a plan this dear is not begun. */
const DEAREST_PLAN = 300_000_000;
/** PostgreSQL's code of a statement that was ended by the time limit. */
const QUERY_CANCELED = '57014';

class TooDear extends Error {}

interface Plan {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: { readonly 'Total Cost': number } }];
}

/**
 * The value of the work in a transaction of its own, or null where it was given up.
 * @param dearest the statement of the work that costs most: its plan is looked at before anything runs
 */
export async function withinBounds<Value>(
  workspaceId: Id<'wsp'>,
  dearest: SQL,
  work: (tx: Tx) => Promise<Value>,
): Promise<Value | null> {
  try {
    return await inWorkspace(workspaceId, async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${String(LONGEST_MS)}, true)`);
      const [plan] = await rows<Plan>(tx, sql`explain (format json) ${dearest}`);
      if ((plan?.['QUERY PLAN'][0].Plan['Total Cost'] ?? 0) > DEAREST_PLAN) throw new TooDear();
      return work(tx);
    });
  } catch (error) {
    if (error instanceof TooDear || isCanceled(error)) return null;
    throw error;
  }
}

function isCanceled(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && error.code === QUERY_CANCELED) return true;
  return isCanceled(error.cause);
}
