// Tasks as lists show them: one statement for any number of them, and one for the names of their customers.
import { type SQL, sql } from 'drizzle-orm';
import type { TaskEntry } from '@/lib/core/api/task';
import type { Actor } from '../actor';
import { customerLabels } from '../customers/customer-labels';
import { rows, type Tx } from '../db/transaction';

type Row = Omit<TaskEntry, 'customerLabel' | 'dueAt' | 'createdAt' | 'endedAt'> & {
  dueAt: Date | null;
  createdAt: Date;
  endedAt: Date | null;
};

/** @param chosen a query of tasks, already filtered and limited. Newest first. */
export async function taskEntries(tx: Tx, actor: Actor, chosen: SQL): Promise<TaskEntry[]> {
  const found = await rows<Row>(
    tx,
    sql`
      select t.id, t.team, t.title, t.note, t.customer_id as "customerId", t.journey_id as "journeyId",
        j.name as "journeyName", t.status, t.due_at as "dueAt", t.created_at as "createdAt", t.ended_at as "endedAt",
        t.ended_by as "endedBy"
      from (${chosen}) as t
      join journeys j on j.workspace_id = t.workspace_id and j.id = t.journey_id
      order by t.created_at desc, t.id desc`,
  );
  const labelOf = await customerLabels(
    tx,
    actor,
    found.map(({ customerId }) => customerId),
  );
  return found.map((row) => ({
    ...row,
    customerLabel: labelOf(row.customerId),
    dueAt: row.dueAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }));
}
