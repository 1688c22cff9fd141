// The events of a workspace, newest first, of some people or a stretch of time; with `after`, what came in since, for the live tail.
import { type SQL, sql } from 'drizzle-orm';
import type { EventEntry, ListEvents } from '@/lib/core/api/event';
import type { Page } from '@/lib/core/api/page';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import { plainDate } from '@/lib/core/time/occasions';
import { instantOf } from '@/lib/core/time/zone';
import type { Actor } from '../actor';
import { BySeq, pageOfRows, readCursor } from '../api/cursor';
import { likeSearch } from '../customers/like-search';
import { resolveCustomer } from '../customers/resolve-customer';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import { zone } from '../journeys/apply-plan';
import { CLOSE_ENOUGH, firstSeqSince } from '../signals/first-seq-since';
import { eventEntries } from './event-entries';

/** More people than this are not told apart by a search. */
const MOST_PEOPLE = 200;

export async function listEvents(actor: Actor, input: ListEvents): Promise<Result<Page<EventEntry>>> {
  const cursor = readCursor(BySeq, input.cursor);
  if (!cursor.ok) return cursor;
  const [before] = cursor.value ?? [];
  return inWorkspace(actor.workspaceId, async (tx) => {
    const whose = input.customer === undefined ? null : await customersNamed(tx, actor, input.customer);
    if (whose?.length === 0) return ok({ data: [], next: null });
    const span = await spanOf(tx, actor, input);
    const chosen = sql`select * from events where ${filters(actor, input, { whose, before, span })}
      order by seq desc limit ${input.limit + 1}`;
    const found = await eventEntries(tx, actor, chosen);
    return ok(pageOfRows(found, input.limit, (row) => [row.seq]));
  });
}

/** Somebody named by an id is the one; else all whom a search finds, up to a bound. */
async function customersNamed(tx: Tx, actor: Actor, search: string): Promise<Id<'cus'>[]> {
  const named = await resolveCustomer(tx, actor, search);
  if (named) return [named];
  const found = await rows<{ id: Id<'cus'> }>(
    tx,
    sql`
      select id from customers
      where workspace_id = ${actor.workspaceId} and merged_into is null and ${likeSearch(actor, search)}
      order by created_at desc limit ${MOST_PEOPLE}`,
  );
  return found.map(({ id }) => id);
}

/** No index is kept over times: where a moment lies among the numbers is found by halving. */
async function spanOf(tx: Tx, actor: Actor, { from, until }: ListEvents): Promise<SQL[]> {
  if (from === undefined && until === undefined) return [];
  const timeZone = await zone(tx, actor);
  const span: SQL[] = [];
  if (from !== undefined) {
    const since = momentOf(from, timeZone, 0);
    span.push(sql`received_at >= ${since} and seq > ${await firstSeqSince(tx, actor.workspaceId, since)}`);
  }
  if (until !== undefined) {
    const end = momentOf(until, timeZone, 1);
    const last = (await firstSeqSince(tx, actor.workspaceId, end)) + CLOSE_ENOUGH;
    span.push(sql`received_at < ${end} and seq <= ${last}`);
  }
  return span;
}

/** A day stands for the instant at which it begins, or the one that follows it does. */
function momentOf(text: string, timeZone: string, daysLater: 0 | 1): Date {
  const day = plainDate(text);
  return new Date(day === null ? text : instantOf(day.add({ days: daysLater }), 0, timeZone));
}

interface Bounds {
  readonly whose: readonly Id<'cus'>[] | null;
  readonly before: number | undefined;
  readonly span: readonly SQL[];
}

function filters(actor: Actor, input: ListEvents, { whose, before, span }: Bounds): SQL {
  // Signals are the product's own words about a customer, not something they did.
  const all = [sql`workspace_id = ${actor.workspaceId}`, sql`type <> 'signal'`, ...span];
  if (input.name !== undefined) all.push(sql`name = ${input.name}`);
  if (input.type !== undefined) all.push(sql`type = ${input.type}`);
  if (input.after !== undefined) all.push(sql`seq > ${input.after}`);
  if (whose !== null) all.push(sql`customer_id = any (${sql.param([...whose])}::text[])`);
  if (before !== undefined) all.push(sql`seq < ${before}`);
  return sql.join(all, sql` and `);
}
