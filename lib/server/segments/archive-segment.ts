// Puts a segment away: everybody leaves it, and nobody comes any more. What still names it is named in the refusal.
import { and, eq } from 'drizzle-orm';
import { segments } from '@/drizzle/schema';
import type { SegmentDetail, SegmentRef } from '@/lib/core/api/segment';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { wake } from '../wake';
import { lockSegment } from './lock-segment';
import { getSegmentDetail, usesOf } from './segment-rows';
import { startFill } from './start-fill';

export async function archiveSegment(actor: Actor, { id }: SegmentRef): Promise<Result<SegmentDetail>> {
  const { workspaceId } = actor;
  const result = await inWorkspace(workspaceId, async (tx) => {
    const segment = await lockSegment(tx, workspaceId, id);
    if (!segment) return refusal('not-found');
    const uses = await usesOf(tx, workspaceId, id);
    if (uses.length > 0) {
      const names = uses.map(({ name }) => `“${name}”`).join(', ');
      return refusal('segment-in-use', { names });
    }
    if (segment.archivedAt === null) {
      await tx
        .update(segments)
        .set({ archivedAt: now(), updatedAt: now() })
        .where(and(eq(segments.workspaceId, workspaceId), eq(segments.id, id)));
      await startFill(tx, workspaceId, id);
      await audit(tx, actor, 'segment.archived', id, { name: segment.name });
    }
    return ok(await getSegmentDetail(tx, workspaceId, id));
  });
  if (result.ok) wake('engine');
  return result;
}
