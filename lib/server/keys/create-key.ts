// A new API key. The key itself is in the answer and nowhere else.
import { randomBytes } from 'node:crypto';
import { apiKeys } from '@/drizzle/schema';
import type { CreatedKey, CreateKey } from '@/lib/core/api/key';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { newId } from '../new-id';
import { hashKey } from './hash-key';
import { keySummary } from './key-summary';

const prefixes = { write: 'wk_', secret: 'sk_' } as const;

export async function createKey(actor: Actor, input: CreateKey): Promise<Result<CreatedKey>> {
  const key = prefixes[input.kind] + randomBytes(24).toString('base64url');
  const row = {
    workspaceId: actor.workspaceId,
    id: newId('key'),
    ...input,
    hash: hashKey(key),
    lastFour: key.slice(-4),
    createdAt: now(),
    lastUsedAt: null,
    revokedAt: null,
  };
  await inWorkspace(actor.workspaceId, async (tx) => {
    await tx.insert(apiKeys).values(row);
    await audit(tx, actor, 'key.created', row.id, { kind: input.kind, name: input.name });
  });
  return ok({ ...keySummary(row), key });
}
