// The workspace's own settings.
import { eq } from 'drizzle-orm';
import { workspaces } from '@/drizzle/schema';
import type { WorkspaceDetail } from '@/lib/core/api/workspace';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace, type Tx } from '../db/transaction';
import { refusal } from '../refusal';

export async function findWorkspace(actor: Actor): Promise<Result<WorkspaceDetail>> {
  const workspace = await inWorkspace(actor.workspaceId, (tx) => workspaceDetail(tx, actor));
  return workspace ? ok(workspace) : refusal('not-found');
}

export async function workspaceDetail(tx: Tx, actor: Actor): Promise<WorkspaceDetail | null> {
  const [row] = await tx.select().from(workspaces).where(eq(workspaces.workspaceId, actor.workspaceId));
  if (!row) return null;
  const { workspaceId: id, name, timeZone, locale, currency, isTrafficLive, createdAt } = row;
  return { id, name, timeZone, locale, currency, isTrafficLive, createdAt: createdAt.toISOString() };
}
