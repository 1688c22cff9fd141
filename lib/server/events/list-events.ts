// The events of a workspace, newest first; with `after`, what came in since, for the live tail.
import { type SQL, sql } from 'drizzle-orm';
import type { EventEntry, ListEvents } from '@/lib/core/api/event';
import type { Page } from '@/lib/core/api/page';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { BySeq, pageOfRows, readCursor } from '../api/cursor';
import { resolveCustomer } from '../customers/resolve-customer';
import { inWorkspace } from '../db/transaction';
import { eventEntries } from './event-entries';

export async function listEvents(actor: Actor, input: ListEvents): Promise<Result<Page<EventEntry>>> {
  const cursor = readCursor(BySeq, input.cursor);
  if (!cursor.ok) return cursor;
  const [before] = cursor.value ?? [];
  return inWorkspace(actor.workspaceId, async (tx) => {
    const customer = input.customer && (await resolveCustomer(tx, actor, input.customer));
    if (customer === null) return ok({ data: [], next: null });
    const chosen = sql`select * from events where ${filters(actor, input, customer || undefined, before)}
      order by seq desc limit ${input.limit + 1}`;
    const found = await eventEntries(tx, actor, chosen);
    return ok(pageOfRows(found, input.limit, (row) => [row.seq]));
  });
}

function filters(
  actor: Actor,
  input: ListEvents,
  customer: Id<'cus'> | undefined,
  before: number | undefined,
): SQL {
  // Signals are the product's own words about a customer, not something they did.
  const all = [sql`workspace_id = ${actor.workspaceId}`, sql`type <> 'signal'`];
  if (input.name !== undefined) all.push(sql`name = ${input.name}`);
  if (input.type !== undefined) all.push(sql`type = ${input.type}`);
  if (input.after !== undefined) all.push(sql`seq > ${input.after}`);
  if (customer !== undefined) all.push(sql`customer_id = ${customer}`);
  if (before !== undefined) all.push(sql`seq < ${before}`);
  return sql.join(all, sql` and `);
}
