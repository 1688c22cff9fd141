// Changes a segment's name, description or condition. The audit row keeps the condition before, so that it can be put back.
import { and, eq } from 'drizzle-orm';
import { segments } from '@/drizzle/schema';
import type { SaveSegment, SegmentDetail } from '@/lib/core/api/segment';
import { isSameJson } from '@/lib/core/json';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace, type Tx } from '../db/transaction';
import { storedJson } from '../journeys/stored-json';
import { refusal } from '../refusal';
import { wake } from '../wake';
import { judgeSegment } from './judge-segment';
import { type LockedSegment, lockSegment } from './lock-segment';
import { getSegmentDetail } from './segment-rows';
import { startFill } from './start-fill';

export async function saveSegment(actor: Actor, input: SaveSegment): Promise<Result<SegmentDetail>> {
  const { workspaceId } = actor;
  const result = await inWorkspace(workspaceId, async (tx) => {
    const segment = await lockSegment(tx, workspaceId, input.id);
    if (!segment) return refusal('not-found');
    if (segment.archivedAt !== null) return refusal('segment-archived');
    const { revision = segment.revision } = input;
    if (revision !== segment.revision) return refusal('stale-segment', { field: 'revision' });
    const { name = segment.name, condition } = input;
    const judged = await judgeSegment(tx, workspaceId, { id: segment.id, name, condition });
    if (!judged.ok) return judged;
    await store(tx, actor, segment, input);
    return ok(await getSegmentDetail(tx, workspaceId, segment.id));
  });
  if (result.ok && input.condition) wake('engine');
  return result;
}

async function store(tx: Tx, actor: Actor, before: LockedSegment, input: SaveSegment): Promise<void> {
  const { name = before.name, description = before.description } = input;
  const condition = input.condition ? storedJson(input.condition) : before.condition;
  const isOther = !isSameJson(condition, before.condition);
  if (!isOther && name === before.name && description === before.description) return;
  await tx
    .update(segments)
    .set({ name, description, condition, revision: before.revision + 1, updatedAt: now() })
    .where(and(eq(segments.workspaceId, actor.workspaceId), eq(segments.id, before.id)));
  if (isOther) await startFill(tx, actor.workspaceId, before.id);
  const previous = { name: before.name, ...(isOther && { condition: before.condition }) };
  await audit(tx, actor, 'segment.changed', before.id, { name, ...(isOther && { condition }), previous });
}
