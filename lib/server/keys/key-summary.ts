// A key's row as the studio may see it: never the hash, never the key.
import type { apiKeys } from '@/drizzle/schema';
import type { KeySummary } from '@/lib/core/api/key';

export function keySummary(row: typeof apiKeys.$inferSelect): KeySummary {
  const { id, kind, name, lastFour, createdAt, lastUsedAt, revokedAt } = row;
  return {
    id,
    kind,
    name,
    lastFour,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
