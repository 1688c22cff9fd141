// What a batch reads of segments besides their members: which are kept, how far each is filled, whom to judge again when.
import { sql } from 'drizzle-orm';
import { Condition } from '@/lib/core/condition/condition';
import type { SegmentDue } from '@/lib/core/engine/batch';
import type { CustomerEvent } from '@/lib/core/engine/customer-event';
import type { RuleIndex } from '@/lib/core/engine/rule-index';
import type { LiveSegment } from '@/lib/core/engine/segment-index';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';
import { log } from '../log';
import type { Claim } from './claim-lanes';

/** Customers a batch judges again because their time has come. */
const MOST_DUES = 2_000;

/** Those with a condition; the members of the others are named one by one. */
export async function loadLiveSegments(tx: Tx, workspaceId: Id<'wsp'>): Promise<LiveSegment[]> {
  const stored = await rows<{ id: Id<'seg'>; condition: unknown }>(
    tx,
    sql`
      select id, condition from segments
      where workspace_id = ${workspaceId} and archived_at is null and condition is not null`,
  );
  return stored.flatMap(({ id, condition }) => {
    const parsed = Condition.safeParse(condition);
    if (parsed.success) return [{ id, condition: parsed.data }];
    log.error({ segmentId: id }, 'A stored condition is not understood');
    return [];
  });
}

/** To be read while the lanes are held: no lane is filled while a batch is at work in it. */
export async function loadUnfilled(tx: Tx, workspaceId: Id<'wsp'>): Promise<ReadonlyMap<string, number>> {
  const found = await rows<{ id: string; filled: number }>(
    tx,
    sql`select id, fill_lane as filled from segments where workspace_id = ${workspaceId} and fill_lane < 16`,
  );
  return new Map(found.map(({ id, filled }) => [id, filled]));
}

type DueRow = Omit<SegmentDue, 'dueAt'> & { dueAt: Date };

const parse = (found: readonly DueRow[]): SegmentDue[] =>
  found.map((row) => ({ ...row, dueAt: row.dueAt.getTime() }));

const columns = sql`d.customer_id as "customerId", d.segment_id as "segmentId", d.due_at as "dueAt"`;

interface Asked {
  readonly index: RuleIndex;
  readonly events: readonly CustomerEvent[];
  readonly until: Date;
}

/**
 * Of the claimed lanes, the oldest first. Where that may not be all, whatever is due to a customer before their last event
 * comes on top: it has to be worked before it.
 */
export async function loadSegmentDues(
  tx: Tx,
  claim: Claim,
  { index, events, until }: Asked,
): Promise<readonly SegmentDue[]> {
  const due = await duesOfLanes(tx, claim, until);
  const horizon = events.reduce((last, { receivedAt }) => Math.max(last, receivedAt), until.getTime());
  const isAll = due.length < MOST_DUES && horizon === until.getTime();
  if (isAll || !index.segments.isAnyTimed) return due;
  const customers = [...new Set(events.map(({ customerId }) => customerId))];
  const more = await duesOfCustomers(tx, claim, customers, new Date(horizon));
  return [...new Map([...due, ...more].map((one) => [`${one.customerId}/${one.segmentId}`, one])).values()];
}

async function duesOfLanes(tx: Tx, { workspaceId, lanes }: Claim, until: Date): Promise<SegmentDue[]> {
  const found = await rows<DueRow>(
    tx,
    sql`
      select ${columns}
      from unnest(${sql.param(lanes.map(({ lane }) => lane))}::smallint[]) as l (lane)
      cross join lateral (
        select * from segment_dues d
        where d.workspace_id = ${workspaceId} and d.lane = l.lane and d.due_at <= ${until}
        order by d.due_at limit ${MOST_DUES}) d
      order by d.due_at limit ${MOST_DUES}`,
  );
  return parse(found);
}

async function duesOfCustomers(
  tx: Tx,
  { workspaceId }: Claim,
  customers: readonly Id<'cus'>[],
  until: Date,
): Promise<SegmentDue[]> {
  const found = await rows<DueRow>(
    tx,
    sql`
      select ${columns} from unnest(${sql.param([...customers])}::text[]) as c (id)
      cross join lateral (
        select * from segment_dues d
        where d.workspace_id = ${workspaceId} and d.customer_id = c.id and d.due_at <= ${until} offset 0) d`,
  );
  return parse(found);
}
