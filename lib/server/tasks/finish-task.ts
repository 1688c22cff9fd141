// Marks a task as done or cancelled, once, and tells the journeys of its customer.
import { and, eq } from 'drizzle-orm';
import { tasks } from '@/drizzle/schema';
import type { FinishTask, TaskEntry } from '@/lib/core/api/task';
import type { Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { type CodedRefusal, refusal } from '../refusal';
import { sendSignals } from '../signals/send-signals';
import { wake } from '../wake';
import { taskOf } from './find-task';

export async function finishTask(
  actor: Actor,
  { id, outcome }: FinishTask,
): Promise<Result<TaskEntry, CodedRefusal>> {
  const { workspaceId } = actor;
  const finished = await inWorkspace(workspaceId, async (tx) => {
    const ofTask = and(eq(tasks.workspaceId, workspaceId), eq(tasks.id, id));
    const [task] = await tx.select().from(tasks).where(ofTask).for('update');
    if (!task) return refusal('not-found');
    if (task.status !== 'open') return refusal('task-finished');
    await tx.update(tasks).set({ status: outcome, endedAt: now(), endedBy: actor.name }).where(ofTask);
    const { customerId, enrollmentId, team } = task;
    // It names neither journey nor node: whoever waits for it, waits anywhere.
    const properties = { task_id: id, enrollment_id: enrollmentId, team, outcome };
    await sendSignals(tx, workspaceId, [
      { customerId, name: 'task-done', properties, messageId: `task-done:${id}` },
    ]);
    await audit(tx, actor, 'task.finished', id, { outcome });
    return taskOf(tx, actor, id);
  });
  if (finished.ok) wake('engine');
  return finished;
}
