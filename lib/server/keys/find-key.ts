// The key a request came with. Looked up on every request, so that a revocation bites at once.
import { and, eq, isNull } from 'drizzle-orm';
import { apiKeys } from '@/drizzle/schema';
import { now } from '../clock';
import { asSystem } from '../db/transaction';
import { hashKey } from './hash-key';

/** How exact "last used" is: a busy key must not cost a write per request. */
const LAST_USED_STEP_MS = 60_000;

export type FoundKey = typeof apiKeys.$inferSelect;

/** Null for an unknown key and for a revoked one: nobody learns which. */
export function findKey(key: string): Promise<FoundKey | null> {
  return asSystem(async (tx) => {
    const [found] = await tx
      .select()
      .from(apiKeys)
      .where(and(eq(apiKeys.hash, hashKey(key)), isNull(apiKeys.revokedAt)));
    if (!found) return null;
    const at = now();
    const age = at.getTime() - (found.lastUsedAt?.getTime() ?? 0);
    // A clock that went back must not freeze the mark either.
    if (age < 0 || age > LAST_USED_STEP_MS) {
      const own = and(eq(apiKeys.workspaceId, found.workspaceId), eq(apiKeys.id, found.id));
      await tx.update(apiKeys).set({ lastUsedAt: at }).where(own);
    }
    return found;
  });
}
