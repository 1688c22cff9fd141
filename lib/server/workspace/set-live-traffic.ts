// Lets the demo shop send events, or stops it.
import { eq } from 'drizzle-orm';
import { workspaces } from '@/drizzle/schema';
import type { SetLiveTraffic, WorkspaceDetail } from '@/lib/core/api/workspace';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { workspaceDetail } from './find-workspace';

export function setLiveTraffic(actor: Actor, input: SetLiveTraffic): Promise<Result<WorkspaceDetail>> {
  return inWorkspace(actor.workspaceId, async (tx) => {
    const { isTrafficLive } = input;
    await tx.update(workspaces).set({ isTrafficLive }).where(eq(workspaces.workspaceId, actor.workspaceId));
    await audit(tx, actor, isTrafficLive ? 'traffic.started' : 'traffic.stopped', actor.workspaceId);
    const workspace = await workspaceDetail(tx, actor);
    return workspace ? ok(workspace) : refusal('not-found');
  });
}
