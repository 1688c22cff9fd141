// Gives one dead letter another life: queued again as if it were due now, under the same key.
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { outbox } from '@/drizzle/schema';
import { idOf } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { wake } from '../wake';

export const ReplayDead = z.strictObject({ id: idOf('obx') });
export type ReplayDead = z.infer<typeof ReplayDead>;

/** Its tries and its lateness are counted from now: whoever replays a letter wants it to go out. */
export async function replayDead(
  actor: Actor,
  { id }: ReplayDead,
): Promise<Result<{ id: ReplayDead['id'] }>> {
  const { workspaceId } = actor;
  const at = now();
  const replayed = await inWorkspace(workspaceId, async (tx) => {
    const changed = await tx
      .update(outbox)
      .set({
        status: 'queued',
        attempts: 0,
        dueAt: at,
        leaseUntil: null,
        payload: sql`jsonb_set(${outbox.payload}, '{dueAt}', to_jsonb(${at.getTime()}::bigint))`,
      })
      .where(and(eq(outbox.workspaceId, workspaceId), eq(outbox.id, id), eq(outbox.status, 'dead')))
      .returning({ id: outbox.id });
    if (changed.length > 0) await audit(tx, actor, 'send.replayed', id);
    return changed.length > 0;
  });
  if (!replayed) return refusal('not-found');
  wake('sender');
  return ok({ id });
}
