// Where in the events of a workspace a moment lies. Their numbers rise in the order of acceptance, so halving finds it with
// a few looks at the primary key; no index over times is needed, and none has to be kept up to date by every event.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';

/** Closer than this it is not worth looking: so many events are walked over too many. */
export const CLOSE_ENOUGH = 1_000;

/**
 * Every event that reached us at that moment or later has a higher number than the answer, and every earlier one a number of
 * at most CLOSE_ENOUGH more.
 */
export async function firstSeqSince(tx: Tx, workspaceId: Id<'wsp'>, since: Date): Promise<number> {
  const [ends] = await rows<{ low: number; high: number }>(
    tx,
    sql`
      select coalesce(min(seq), 1) - 1 as low, coalesce(max(seq), 0) as high from events
      where workspace_id = ${workspaceId}`,
  );
  let [low, high] = [Number(ends?.low ?? 0), Number(ends?.high ?? 0)];
  while (high - low > CLOSE_ENOUGH) {
    const middle = Math.floor((low + high) / 2);
    const [next] = await rows<{ isBefore: boolean }>(
      tx,
      sql`
        select received_at < ${since} as "isBefore" from events
        where workspace_id = ${workspaceId} and seq > ${middle} order by seq limit 1`,
    );
    if (next?.isBefore) low = middle;
    else high = middle;
  }
  return low;
}
