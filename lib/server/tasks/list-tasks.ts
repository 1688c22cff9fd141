// The tasks of a workspace, newest first, by team, state and customer.
import { sql } from 'drizzle-orm';
import type { Page } from '@/lib/core/api/page';
import type { ListTasks, TaskEntry } from '@/lib/core/api/task';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { ByInstant, pageOfRows, readCursor } from '../api/cursor';
import { resolveCustomer } from '../customers/resolve-customer';
import { inWorkspace } from '../db/transaction';
import { taskEntries } from './task-entries';

export async function listTasks(actor: Actor, input: ListTasks): Promise<Result<Page<TaskEntry>>> {
  const cursor = readCursor(ByInstant, input.cursor);
  if (!cursor.ok) return cursor;
  return inWorkspace(actor.workspaceId, async (tx) => {
    const all = [sql`workspace_id = ${actor.workspaceId}`];
    if (input.team !== undefined) all.push(sql`team = ${input.team}`);
    if (input.status !== undefined) all.push(sql`status = ${input.status}`);
    if (input.customer !== undefined) {
      const customer = await resolveCustomer(tx, actor, input.customer);
      if (!customer) return ok({ data: [], next: null });
      all.push(sql`customer_id = ${customer}`);
    }
    if (cursor.value) all.push(sql`(created_at, id) < (${new Date(cursor.value[0])}, ${cursor.value[1]})`);
    const chosen = sql`select * from tasks where ${sql.join(all, sql` and `)}
      order by created_at desc, id desc limit ${input.limit + 1}`;
    const found = await taskEntries(tx, actor, chosen);
    return ok(pageOfRows(found, input.limit, (row) => [Date.parse(row.createdAt), row.id]));
  });
}
