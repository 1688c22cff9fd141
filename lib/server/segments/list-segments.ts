// The segments of a workspace, last changed first, with their sizes.
import { sql } from 'drizzle-orm';
import type { Page } from '@/lib/core/api/page';
import type { ListSegments, SegmentSummary } from '@/lib/core/api/segment';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { ByInstant, pageOfRows, readCursor } from '../api/cursor';
import { holding } from '../api/pattern';
import { inWorkspace } from '../db/transaction';
import { segmentSummaries } from './segment-rows';

export async function listSegments(actor: Actor, input: ListSegments): Promise<Result<Page<SegmentSummary>>> {
  const cursor = readCursor(ByInstant, input.cursor);
  if (!cursor.ok) return cursor;
  const all = [
    sql`workspace_id = ${actor.workspaceId}`,
    input.state === 'archived' ? sql`archived_at is not null` : sql`archived_at is null`,
    ...(input.search === undefined ? [] : [sql`lower(name) like ${holding(input.search)}`]),
    ...(cursor.value ? [sql`(updated_at, id) < (${new Date(cursor.value[0])}, ${cursor.value[1]})`] : []),
  ];
  const found = await inWorkspace(actor.workspaceId, (tx) =>
    segmentSummaries(
      tx,
      sql`select * from segments where ${sql.join(all, sql` and `)}
        order by updated_at desc, id desc limit ${input.limit + 1}`,
    ),
  );
  return ok(pageOfRows(found, input.limit, (row) => [Date.parse(row.updatedAt), row.id]));
}
