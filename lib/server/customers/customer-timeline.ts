// One customer's story: events, decisions and messages merged in one order under one cursor.
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { CustomerRef } from '@/lib/core/api/customer';
import type { Page, PageQuery } from '@/lib/core/api/page';
import type { TimelineEntry } from '@/lib/core/api/timeline';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import { textUpTo } from '@/lib/core/text';
import type { Actor } from '../actor';
import { pageOfRows, readCursor } from '../api/cursor';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import { refusal } from '../refusal';
import { resolveCustomer } from './resolve-customer';
import { type Moment, timelineEntries } from './timeline-entries';

/** Instant in ms, rank of the kind, order within the kind. */
const ByMoment = z.tuple([
  z.number().int().min(0).max(8.64e15),
  z.number().int().min(0).max(2),
  textUpTo(100),
]);
type ByMoment = z.infer<typeof ByMoment>;

export async function customerTimeline(
  actor: Actor,
  input: CustomerRef & PageQuery,
): Promise<Result<Page<TimelineEntry>>> {
  const cursor = readCursor(ByMoment, input.cursor);
  if (!cursor.ok) return cursor;
  return inWorkspace(actor.workspaceId, async (tx) => {
    const customer = await resolveCustomer(tx, actor, input.id);
    if (!customer) return refusal('not-found');
    const found = await moments(tx, actor, customer, cursor.value, input.limit + 1);
    const { data, next } = pageOfRows(found, input.limit, (row) => [row.at.getTime(), row.rank, row.place]);
    return ok({ data: await timelineEntries(tx, actor, customer, data), next });
  });
}

/**
 * The order of the story. At one instant an event stands before the decisions it led to and those before the messages,
 * so newest first shows them the other way round. A clock ahead of ours must not put an event after its consequences.
 */
function moments(
  tx: Tx,
  actor: Actor,
  customer: Id<'cus'>,
  cursor: ByMoment | null,
  limit: number,
): Promise<Moment[]> {
  const mine = sql`workspace_id = ${actor.workspaceId} and customer_id = ${customer}`;
  const [at, rank, place] = cursor ?? [];
  const before = at === undefined ? sql`true` : sql`(at, rank, place) < (${new Date(at)}, ${rank}, ${place})`;
  const newest = (source: SQL) =>
    sql`(select * from (${source}) as one where ${before} order by at desc, rank desc, place desc limit ${limit})`;
  return rows<Moment>(
    tx,
    sql`
      ${newest(sql`select least(occurred_at, received_at) as at, 0 as rank, lpad(seq::text, 19, '0') as place,
        seq::text as id from events where ${mine} and type <> 'signal'`)}
      union all
      ${newest(sql`select at, 1 as rank, lpad(seq::text, 19, '0') as place, seq::text as id from decisions where ${mine}`)}
      union all
      ${newest(sql`select created_at as at, 2 as rank, id as place, id from messages where ${mine}`)}
      order by at desc, rank desc, place desc
      limit ${limit}`,
  );
}
