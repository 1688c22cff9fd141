// Segments as lists and pages show them, with how many are in each now.
import { type SQL, sql } from 'drizzle-orm';
import type { SegmentDetail, SegmentSummary, SegmentUse } from '@/lib/core/api/segment';
import { Condition } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';

interface Row extends Omit<SegmentSummary, 'filled' | 'isArchived' | 'createdAt' | 'updatedAt'> {
  fillLane: number;
  archivedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

const LANES = 16;

/** @param chosen a query of segments, already filtered and limited. */
export async function segmentSummaries(tx: Tx, chosen: SQL): Promise<SegmentSummary[]> {
  const found = await rows<Row>(
    tx,
    sql`
      with chosen as (${chosen})
      select s.id, s.name, s.description, s.condition, s.template, s.revision, s.fill_lane as "fillLane",
        s.archived_at as "archivedAt", s.created_at as "createdAt", s.updated_at as "updatedAt",
        (select count(*) from segment_members m
          where m.workspace_id = s.workspace_id and m.segment_id = s.id) as size
      from chosen s
      order by s.updated_at desc, s.id desc`,
  );
  return found.map(({ fillLane, archivedAt, createdAt, updatedAt, condition, ...row }) => ({
    ...row,
    condition: condition === null ? null : Condition.parse(condition),
    filled: fillLane / LANES,
    isArchived: archivedAt !== null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }));
}

export async function findSegmentDetail(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  id: Id<'seg'>,
): Promise<SegmentDetail | null> {
  const chosen = sql`select * from segments where workspace_id = ${workspaceId} and id = ${id}`;
  const [segment] = await segmentSummaries(tx, chosen);
  return segment ? { ...segment, usedBy: await usesOf(tx, workspaceId, id) } : null;
}

export function usesOf(tx: Tx, workspaceId: Id<'wsp'>, id: Id<'seg'>): Promise<SegmentUse[]> {
  const named = sql.raw(`'$.**.segmentId ? (@ == $id)'`);
  const values = sql`jsonb_build_object('id', ${id}::text)`;
  return rows<SegmentUse>(
    tx,
    sql`
      select 'journey' as kind, j.id, j.name from journeys j
      join journey_versions v on v.workspace_id = j.workspace_id and v.journey_id = j.id
        and v.version = j.live_version
      where j.workspace_id = ${workspaceId} and j.state in ('live', 'paused')
        and jsonb_path_exists(v.document, ${named}, ${values})
      union all
      select 'segment', s.id, s.name from segments s
      where s.workspace_id = ${workspaceId} and s.archived_at is null and s.id <> ${id}
        and jsonb_path_exists(s.condition, ${named}, ${values})
      order by kind, name`,
  );
}

/** After a change: the row is there, because this transaction has just written it. */
export async function getSegmentDetail(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  id: Id<'seg'>,
): Promise<SegmentDetail> {
  const segment = await findSegmentDetail(tx, workspaceId, id);
  if (!segment) throw new Error(`the segment ${id} is gone`);
  return segment;
}
