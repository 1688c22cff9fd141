// A new API key. The key itself is in the answer and nowhere else.
import { apiKeys } from '@/drizzle/schema';
import type { CreatedKey, CreateKey } from '@/lib/core/api/key';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { inWorkspace } from '../db/transaction';
import { keySummary } from './key-summary';
import { randomKey, rowOfKey } from './new-key';

export async function createKey(actor: Actor, input: CreateKey): Promise<Result<CreatedKey>> {
  const key = randomKey(input.kind);
  const row = rowOfKey(actor.workspaceId, input, key);
  await inWorkspace(actor.workspaceId, async (tx) => {
    await tx.insert(apiKeys).values(row);
    await audit(tx, actor, 'key.created', row.id, { kind: input.kind, name: input.name });
  });
  return ok({ ...keySummary(row), key });
}
