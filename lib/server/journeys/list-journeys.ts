// The journeys of a workspace, last changed first.
import { sql } from 'drizzle-orm';
import type { JourneySummary, ListJourneys } from '@/lib/core/api/journey';
import type { Page } from '@/lib/core/api/page';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { ByInstant, pageOfRows, readCursor } from '../api/cursor';
import { inWorkspace } from '../db/transaction';
import { journeySummaries } from './journey-summaries';

export async function listJourneys(actor: Actor, input: ListJourneys): Promise<Result<Page<JourneySummary>>> {
  const cursor = readCursor(ByInstant, input.cursor);
  if (!cursor.ok) return cursor;
  const [at, id] = cursor.value ?? [];
  const before = at === undefined ? sql`true` : sql`(updated_at, id) < (${new Date(at)}, ${id})`;
  const state = input.state ? sql`state = ${input.state}` : sql`state <> 'archived'`;
  const found = await inWorkspace(actor.workspaceId, (tx) =>
    journeySummaries(
      tx,
      actor,
      sql`select * from journeys where workspace_id = ${actor.workspaceId} and ${state} and ${before}
        order by updated_at desc, id desc limit ${input.limit + 1}`,
    ),
  );
  return ok(pageOfRows(found, input.limit, (row) => [Date.parse(row.updatedAt), row.id]));
}
