// A segment of the same condition under another name.
import type { DuplicateSegment, SegmentDetail } from '@/lib/core/api/segment';
import type { Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { createSegment } from './create-segment';
import { findSegmentDetail } from './segment-rows';

export async function duplicateSegment(
  actor: Actor,
  { id, name }: DuplicateSegment,
): Promise<Result<SegmentDetail>> {
  const { workspaceId } = actor;
  const segment = await inWorkspace(workspaceId, (tx) => findSegmentDetail(tx, workspaceId, id));
  if (!segment?.condition) return refusal('not-found');
  const { description, condition, template } = segment;
  return createSegment(actor, { name, description, condition, template });
}
