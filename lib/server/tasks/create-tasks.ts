// Writes the tasks that journeys give to people. The same key is the same task, however often it is asked for.
import { sql } from 'drizzle-orm';
import type { TaskTeam } from '@/lib/core/api/task';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';
import { newId } from '../new-id';

export interface NewTask {
  readonly key: string;
  readonly team: TaskTeam;
  readonly title: string;
  readonly note: string;
  readonly customerId: Id<'cus'>;
  readonly journeyId: Id<'jrn'>;
  readonly enrollmentId: Id<'enr'>;
  readonly nodeId: Id<'nod'>;
  readonly dueAt: Date | null;
  readonly at: Date;
}

/** In one statement for any number of tasks. */
export async function createTasks(tx: Tx, workspaceId: Id<'wsp'>, tasks: readonly NewTask[]): Promise<void> {
  if (tasks.length === 0) return;
  const given = tasks.map((task) => ({ ...task, id: newId('tsk') }));
  await tx.execute(sql`
    insert into tasks (workspace_id, id, key, team, title, note, customer_id, journey_id, enrollment_id, node_id, status,
      due_at, created_at)
    select ${workspaceId}, t.id, t.key, t.team, t.title, t.note, t."customerId", t."journeyId", t."enrollmentId",
      t."nodeId", 'open', t."dueAt", t.at
    from json_to_recordset(${JSON.stringify(given)}::json) as t (
      id text, key text, team text, title text, note text, "customerId" text, "journeyId" text, "enrollmentId" text,
      "nodeId" text, "dueAt" timestamptz, at timestamptz)
    on conflict (workspace_id, key) do nothing`);
}
