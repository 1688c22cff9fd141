// The experiments of a workspace, each by its newest phase, newest first.
import { sql } from 'drizzle-orm';
import type { ExperimentSummary, ListExperiments } from '@/lib/core/api/experiment';
import type { Page } from '@/lib/core/api/page';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { ByInstant, pageOfRows, readCursor } from '../api/cursor';
import { inWorkspace } from '../db/transaction';
import { isNewestPhase, phaseEntries, summaryOf } from './phase-entries';

export async function listExperiments(
  { workspaceId }: Actor,
  { limit, cursor: given, state }: ListExperiments,
): Promise<Result<Page<ExperimentSummary>>> {
  const cursor = readCursor(ByInstant, given);
  if (!cursor.ok) return cursor;
  const wanted = [isNewestPhase];
  if (state !== undefined) wanted.push(sql`p.state = ${state}`);
  if (cursor.value)
    wanted.push(sql`(p.started_at, e.id) < (${new Date(cursor.value[0])}, ${cursor.value[1]})`);
  const found = await inWorkspace(workspaceId, (tx) =>
    phaseEntries(tx, workspaceId, sql.join(wanted, sql` and `), limit + 1),
  );
  return ok(pageOfRows(found.map(summaryOf), limit, ({ startedAt, id }) => [Date.parse(startedAt), id]));
}
