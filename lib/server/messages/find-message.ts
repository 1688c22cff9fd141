// One message with every attempt to deliver it.
import { and, asc, eq, sql } from 'drizzle-orm';
import { deliveries } from '@/drizzle/schema';
import type { MessageDetail, MessageRef } from '@/lib/core/api/message';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { messageEntries } from './message-entries';

export function findMessage(actor: Actor, input: MessageRef): Promise<Result<MessageDetail>> {
  const { workspaceId } = actor;
  return inWorkspace(workspaceId, async (tx) => {
    const own = sql`select * from messages where workspace_id = ${workspaceId} and id = ${input.id}`;
    const [message] = await messageEntries(tx, actor, own);
    if (!message) return refusal('not-found');
    const attempts = await tx
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.messageId, input.id)))
      .orderBy(asc(deliveries.attempt), asc(deliveries.startedAt));
    return ok({
      ...message,
      deliveries: attempts.map(({ id, attempt, outcome, detail, startedAt, endedAt }) => ({
        id,
        attempt,
        outcome,
        detail,
        startedAt: startedAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
      })),
    });
  });
}
