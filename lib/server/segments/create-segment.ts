// A new segment. Its members come in the background.
import { segments } from '@/drizzle/schema';
import type { CreateSegment, SegmentDetail } from '@/lib/core/api/segment';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { storedJson } from '../journeys/stored-json';
import { newId } from '../new-id';
import { wake } from '../wake';
import { judgeSegment } from './judge-segment';
import { lockSegments } from './lock-segments';
import { getSegmentDetail } from './segment-rows';
import { startFill } from './start-fill';

export async function createSegment(actor: Actor, input: CreateSegment): Promise<Result<SegmentDetail>> {
  const { workspaceId } = actor;
  const id = newId('seg');
  const at = now();
  const result = await inWorkspace(workspaceId, async (tx) => {
    await lockSegments(tx, workspaceId);
    const judged = await judgeSegment(tx, workspaceId, { id, ...input });
    if (!judged.ok) return judged;
    const { name, description, template } = input;
    const condition = storedJson(input.condition);
    const row = { workspaceId, id, name, description, condition, template };
    await tx.insert(segments).values({ ...row, createdAt: at, updatedAt: at });
    await startFill(tx, workspaceId, id);
    await audit(tx, actor, 'segment.created', id, { name, condition, template });
    return ok(await getSegmentDetail(tx, workspaceId, id));
  });
  if (result.ok) wake('engine');
  return result;
}
