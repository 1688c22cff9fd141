// Gives a message that was given up another life: queued again as if it were due now, under the same key.
import { and, eq, inArray, sql } from 'drizzle-orm';
import { messages, outbox } from '@/drizzle/schema';
import type { MessageRef } from '@/lib/core/api/message';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { wake } from '../wake';

/** Its tries and its lateness are counted from now: whoever replays a letter wants it to go out. */
export async function replayMessage(actor: Actor, { id }: MessageRef): Promise<Result<MessageRef>> {
  const { workspaceId } = actor;
  const at = now();
  const replayed = await inWorkspace(workspaceId, async (tx) => {
    const own = tx
      .select({ id: messages.outboxId })
      .from(messages)
      .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, id)));
    const changed = await tx
      .update(outbox)
      .set({
        status: 'queued',
        attempts: 0,
        dueAt: at,
        leaseUntil: null,
        payload: sql`jsonb_set(${outbox.payload}, '{dueAt}', to_jsonb(${at.getTime()}::bigint))`,
      })
      .where(and(eq(outbox.workspaceId, workspaceId), inArray(outbox.id, own), eq(outbox.status, 'dead')))
      .returning({ id: outbox.id });
    if (changed.length > 0) await audit(tx, actor, 'send.replayed', id);
    return changed.length > 0;
  });
  if (!replayed) return refusal('not-found');
  wake('sender');
  return ok({ id });
}
