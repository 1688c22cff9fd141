// Changes the workspace's own settings.
import { eq } from 'drizzle-orm';
import { workspaces } from '@/drizzle/schema';
import type { SaveWorkspace, WorkspaceDetail } from '@/lib/core/api/workspace';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { workspaceDetail } from './find-workspace';

export function saveWorkspace(actor: Actor, input: SaveWorkspace): Promise<Result<WorkspaceDetail>> {
  return inWorkspace(actor.workspaceId, async (tx) => {
    await tx.update(workspaces).set(input).where(eq(workspaces.workspaceId, actor.workspaceId));
    await audit(tx, actor, 'workspace.saved', actor.workspaceId, input);
    const workspace = await workspaceDetail(tx, actor);
    return workspace ? ok(workspace) : refusal('not-found');
  });
}
