// Who is in several segments at once: every combination that somebody is in, counted once.
import { sql } from 'drizzle-orm';
import type { OverlapQuery, SegmentOverlap } from '@/lib/core/api/segment-charts';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';
import { refusal } from '../refusal';
import { namedSegments } from './named-segments';

export function segmentOverlap(
  { workspaceId }: Actor,
  { segments: ids }: OverlapQuery,
): Promise<Result<SegmentOverlap>> {
  return inWorkspace(workspaceId, async (tx) => {
    const segments = await namedSegments(tx, workspaceId, ids);
    if (!segments) return refusal('not-found');
    const data = await rows<{ in: Id<'seg'>[]; people: number }>(
      tx,
      sql`
        select "in", count(*) as people from (
          select array_agg(segment_id order by array_position(${sql.param(ids)}::text[], segment_id)) as "in"
          from segment_members
          where workspace_id = ${workspaceId} and segment_id = any (${sql.param(ids)}::text[])
          group by customer_id
        ) combined
        group by "in" order by people desc, "in"`,
    );
    return ok({ segments, data });
  });
}
