// The messages of a workspace, newest first, by customer, journey, channel and status.
import { type SQL, sql } from 'drizzle-orm';
import type { ListMessages, MessageSummary } from '@/lib/core/api/message';
import type { Page } from '@/lib/core/api/page';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { ByInstant, pageOfRows, readCursor } from '../api/cursor';
import { resolveCustomer } from '../customers/resolve-customer';
import { inWorkspace } from '../db/transaction';
import { messageEntries } from './message-entries';

export async function listMessages(actor: Actor, input: ListMessages): Promise<Result<Page<MessageSummary>>> {
  const cursor = readCursor(ByInstant, input.cursor);
  if (!cursor.ok) return cursor;
  return inWorkspace(actor.workspaceId, async (tx) => {
    const all = filters(actor, input);
    if (input.customer !== undefined) {
      const customer = await resolveCustomer(tx, actor, input.customer);
      if (!customer) return ok({ data: [], next: null });
      all.push(sql`customer_id = ${customer}`);
    }
    if (cursor.value) all.push(sql`(created_at, id) < (${new Date(cursor.value[0])}, ${cursor.value[1]})`);
    const chosen = sql`select * from messages where ${sql.join(all, sql` and `)}
      order by created_at desc, id desc limit ${input.limit + 1}`;
    const found = await messageEntries(tx, actor, chosen);
    return ok(pageOfRows(found, input.limit, (row) => [Date.parse(row.createdAt), row.id]));
  });
}

function filters(actor: Actor, input: ListMessages): SQL[] {
  const all = [sql`workspace_id = ${actor.workspaceId}`];
  if (input.journey !== undefined) all.push(sql`journey_id = ${input.journey}`);
  if (input.channel !== undefined) all.push(sql`channel = ${input.channel}`);
  if (input.status !== undefined) all.push(sql`status = ${input.status}`);
  return all;
}
