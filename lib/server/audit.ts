// The audit row of a change, written in the transaction of the change.
import { auditLog } from '@/drizzle/schema';
import type { JsonObject } from '@/lib/core/json';
import type { Actor } from './actor';
import { now } from './clock';
import type { Tx } from './db/transaction';
import { newId } from './new-id';

export async function audit(
  tx: Tx,
  actor: Actor,
  action: string,
  target: string,
  detail: JsonObject = {},
): Promise<void> {
  await tx.insert(auditLog).values({
    workspaceId: actor.workspaceId,
    id: newId('aud'),
    actor: `${actor.name} (${actor.id})`,
    action,
    target,
    detail,
    at: now(),
  });
}
