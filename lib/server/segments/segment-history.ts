// A segment's size day by day: who is in now, with every coming and going since then undone.
import { sql } from 'drizzle-orm';
import type { SegmentRef } from '@/lib/core/api/segment';
import type { SegmentHistory, SegmentHistoryQuery } from '@/lib/core/api/segment-charts';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace, rows } from '../db/transaction';
import { refusal } from '../refusal';
import { namedSegments } from './named-segments';

interface Day {
  /** Whether the segment was there by its end. */
  readonly isBorn: boolean;
  readonly day: string;
  readonly entered: number;
  readonly left: number;
}

export function segmentHistory(
  { workspaceId }: Actor,
  { id, days }: SegmentRef & SegmentHistoryQuery,
): Promise<Result<SegmentHistory>> {
  return inWorkspace(workspaceId, async (tx) => {
    const [segment] = (await namedSegments(tx, workspaceId, [id])) ?? [];
    if (!segment) return refusal('not-found');
    const of = sql`workspace_id = ${workspaceId} and segment_id = ${id}`;
    const found = await rows<Day>(
      tx,
      sql`
        with zone as (select time_zone as tz from workspaces where workspace_id = ${workspaceId}),
        days as (
          select (${now()}::timestamptz at time zone tz)::date - back as day, tz
          from zone, generate_series(0, ${days - 1}) as back
        ),
        since as (select min(day)::timestamp at time zone min(tz) as at from days),
        moves as (
          select entered_at as at, 1 as came, 0 as went from segment_members, since
          where ${of} and entered_at >= since.at
          union all
          select entered_at, 1, 0 from segment_stays, since where ${of} and entered_at >= since.at
          union all
          select left_at, 0, 1 from segment_stays, since where ${of} and left_at >= since.at
        ),
        told as (
          select (m.at at time zone z.tz)::date as day, sum(came) as entered, sum(went) as left
          from moves m, zone z group by 1
        )
        select to_char(d.day, 'YYYY-MM-DD') as day, coalesce(t.entered, 0)::int as entered,
          coalesce(t.left, 0)::int as left,
          d.day >= (s.created_at at time zone d.tz)::date as "isBorn"
        from days d join segments s on s.workspace_id = ${workspaceId} and s.id = ${id}
        left join told t on t.day = d.day
        order by d.day desc`,
    );
    let { size } = segment;
    const backwards = found.map(({ isBorn, ...day }) => {
      const atEnd = size;
      size += day.left - day.entered;
      return { ...day, size: isBorn ? atEnd : null };
    });
    return ok({ data: backwards.reverse() });
  });
}
