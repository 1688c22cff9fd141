// The keys of a workspace, newest first; revoked ones stay listed, because somebody will ask.
import { desc, eq } from 'drizzle-orm';
import { apiKeys } from '@/drizzle/schema';
import type { KeySummary } from '@/lib/core/api/key';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { keySummary } from './key-summary';

export async function listKeys(actor: Actor): Promise<Result<KeySummary[]>> {
  const found = await inWorkspace(actor.workspaceId, (tx) =>
    tx
      .select()
      .from(apiKeys)
      .where(eq(apiKeys.workspaceId, actor.workspaceId))
      .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id)),
  );
  return ok(found.map(keySummary));
}
