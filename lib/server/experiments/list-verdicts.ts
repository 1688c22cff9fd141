// What came of experiments: every phase that came to an outcome, the newest outcome first.
import { sql } from 'drizzle-orm';
import type { ExperimentVerdict } from '@/lib/core/api/experiment';
import type { Page, PageQuery } from '@/lib/core/api/page';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { ByInstant, pageOfRows, readCursor } from '../api/cursor';
import { inWorkspace } from '../db/transaction';
import { phaseEntries, summaryOf } from './phase-entries';

/** Whose outcome is not brought onto the canvas yet is not told yet. */
const isTold = sql`p.outcome ->> 'by' <> ''`;
/** Written by us as ISO 8601 in UTC. */
const concludedAt = sql`(p.outcome ->> 'at')::timestamptz`;

export async function listVerdicts(
  { workspaceId }: Actor,
  { limit, cursor: given }: PageQuery,
): Promise<Result<Page<ExperimentVerdict>>> {
  const cursor = readCursor(ByInstant, given);
  if (!cursor.ok) return cursor;
  const wanted = [isTold];
  if (cursor.value)
    wanted.push(
      sql`(${concludedAt}, e.id || '/' || p.phase) < (${new Date(cursor.value[0])}, ${cursor.value[1]})`,
    );
  const order = sql`${concludedAt} desc, e.id || '/' || p.phase desc`;
  const found = await inWorkspace(workspaceId, (tx) =>
    phaseEntries(tx, workspaceId, sql.join(wanted, sql` and `), limit + 1, order),
  );
  const told = found.flatMap((entry): ExperimentVerdict[] => {
    const { id, name, journeyId, journeyName, arms, phase, state, outcome } = summaryOf(entry);
    if (outcome === null) return [];
    const isCurrent = entry.isLive && entry.isNewest && entry.endedAt === null;
    return [{ id, name, journeyId, journeyName, arms, phase, state, isCurrent, outcome }];
  });
  return ok(pageOfRows(told, limit, ({ id, phase, outcome }) => [Date.parse(outcome.at), `${id}/${phase}`]));
}
