// Ends a key. Whoever still holds it is refused from the next request on.
import { and, eq } from 'drizzle-orm';
import { apiKeys } from '@/drizzle/schema';
import type { KeyRef, KeySummary } from '@/lib/core/api/key';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { keySummary } from './key-summary';

export function revokeKey(actor: Actor, input: KeyRef): Promise<Result<KeySummary>> {
  return inWorkspace(actor.workspaceId, async (tx) => {
    const own = and(eq(apiKeys.workspaceId, actor.workspaceId), eq(apiKeys.id, input.id));
    const [key] = await tx.select().from(apiKeys).where(own).for('update');
    if (!key) return refusal('not-found');
    if (key.revokedAt) return ok(keySummary(key));
    const revokedAt = now();
    await tx.update(apiKeys).set({ revokedAt }).where(own);
    await audit(tx, actor, 'key.revoked', key.id, { kind: key.kind, name: key.name });
    return ok(keySummary({ ...key, revokedAt }));
  });
}
