// One task.
import { sql } from 'drizzle-orm';
import type { TaskEntry, TaskRef } from '@/lib/core/api/task';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace, type Tx } from '../db/transaction';
import { type CodedRefusal, refusal } from '../refusal';
import { taskEntries } from './task-entries';

export function findTask(actor: Actor, { id }: TaskRef): Promise<Result<TaskEntry, CodedRefusal>> {
  return inWorkspace(actor.workspaceId, (tx) => taskOf(tx, actor, id));
}

export async function taskOf(tx: Tx, actor: Actor, id: Id<'tsk'>): Promise<Result<TaskEntry, CodedRefusal>> {
  const chosen = sql`select * from tasks where workspace_id = ${actor.workspaceId} and id = ${id}`;
  const [task] = await taskEntries(tx, actor, chosen);
  return task ? ok(task) : refusal('not-found');
}
