// Claims lanes of customers that have work. The row locks last as long as the transaction, so a worker that dies gives
// its lanes free by dying, and no two workers ever touch one customer.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';

interface ClaimedLane {
  readonly lane: number;
  /** Everything up to this sequence number has been worked. */
  readonly cursor: number;
}

export interface Claim {
  readonly workspaceId: Id<'wsp'>;
  readonly rulesRevision: number;
  readonly timeZone: string;
  readonly lanes: readonly ClaimedLane[];
  /** Up to when there are packed due times of segments in these lanes, to be unpacked first; null where there are none. */
  readonly listsUntil: Date | null;
}

/** Events may be received by a clock that is ahead of ours. */
const AHEAD_MS = 60_000;

interface Row extends ClaimedLane {
  workspaceId: Id<'wsp'>;
}

/**
 * Lanes of one workspace with events behind their cursor, or where a timer, an appointment or a segment is due, longest
 * unserved first, so that no lane starves. Null when there is nothing to do.
 */
export async function claimLanes(tx: Tx, limit: number, now: Date): Promise<Claim | null> {
  const claimed = await rows<Row>(
    tx,
    sql`
      select l.workspace_id as "workspaceId", l.lane, l.cursor from lanes l
      where exists (
          select from events e
          where e.workspace_id = l.workspace_id and e.lane = l.lane and e.seq > l.cursor
        ) or exists (
          select from (
            select * from enrollments n
            where n.workspace_id = l.workspace_id and n.lane = l.lane and n.status = 'waiting' and n.wake_at <= ${now}
            offset 0) n
          join journeys j on j.workspace_id = n.workspace_id and j.id = n.journey_id and j.state = 'live'
        ) or exists (
          select from appointments a
          join journeys j on j.workspace_id = a.workspace_id and j.id = a.journey_id and j.state = 'live'
          where a.workspace_id = l.workspace_id and a.lane = l.lane and a.due_at <= ${now}
        ) or exists (
          select from (
            select * from segment_dues d
            where d.workspace_id = l.workspace_id and d.lane = l.lane and d.due_at <= ${now}
            offset 0) d
        ) or exists (
          select from segment_due_lists q
          where q.workspace_id = l.workspace_id and q.lane = l.lane and q.due_at <= ${now}
        )
      order by l.served_at, l.lane
      limit ${limit}
      for update of l skip locked`,
  );
  const [first] = claimed;
  if (!first) return null;
  const lanes = claimed.filter((row) => row.workspaceId === first.workspaceId);
  return standingOf(tx, first.workspaceId, lanes, new Date(now.getTime() + AHEAD_MS));
}

/**
 * Read after the locks were taken: a publish that ended while they were waited for has moved people to a version that
 * the statement before could not see yet.
 */
async function standingOf(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  lanes: readonly ClaimedLane[],
  until: Date,
): Promise<Claim> {
  const held = sql.param(lanes.map(({ lane }) => lane));
  const [found] = await rows<Omit<Claim, 'lanes' | 'listsUntil'> & { hasLists: boolean }>(
    tx,
    sql`
      select workspace_id as "workspaceId", rules_revision as "rulesRevision", time_zone as "timeZone", exists (
          select from segment_due_lists q
          where q.workspace_id = w.workspace_id and q.lane = any (${held}::smallint[]) and q.due_at <= ${until}
        ) as "hasLists"
      from workspaces w where workspace_id = ${workspaceId}`,
  );
  if (!found) throw new Error(`the workspace ${workspaceId} vanished while its lanes were claimed`);
  const { hasLists, ...standing } = found;
  return { ...standing, lanes, listsUntil: hasLists ? until : null };
}
