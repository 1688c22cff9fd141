// One segment, with what names it.
import type { SegmentDetail, SegmentRef } from '@/lib/core/api/segment';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { findSegmentDetail } from './segment-rows';

export async function findSegment(
  { workspaceId }: Actor,
  { id }: SegmentRef,
): Promise<Result<SegmentDetail>> {
  const segment = await inWorkspace(workspaceId, (tx) => findSegmentDetail(tx, workspaceId, id));
  return segment ? ok(segment) : refusal('not-found');
}
