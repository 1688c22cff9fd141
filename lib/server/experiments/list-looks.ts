// The looks at a phase, newest first, as they were stored.
import { sql } from 'drizzle-orm';
import type { ExperimentLook, ExperimentRef, ListLooks } from '@/lib/core/api/experiment';
import type { Page } from '@/lib/core/api/page';
import { LookReport } from '@/lib/core/experiment/look-figures';
import { LookStatistics } from '@/lib/core/experiment/look-statistics';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { BySeq, pageOfRows, readCursor } from '../api/cursor';
import { inWorkspace, rows } from '../db/transaction';
import { type CodedRefusal, refusal } from '../refusal';
import { findPhase } from './find-phase';

interface Row {
  readonly look: number;
  readonly at: Date;
  readonly statistics: unknown;
  readonly verdict: unknown;
}

export async function listLooks(
  { workspaceId }: Actor,
  { id, phase: asked, limit, cursor: given }: ListLooks & ExperimentRef,
): Promise<Result<Page<ExperimentLook>, CodedRefusal>> {
  const cursor = readCursor(BySeq, given);
  if (!cursor.ok) return cursor;
  return inWorkspace(workspaceId, async (tx) => {
    const phase = await findPhase(tx, workspaceId, id, asked);
    if (!phase) return refusal('not-found');
    const before = cursor.value ? sql`and look < ${cursor.value[0]}` : sql``;
    const found = await rows<Row>(
      tx,
      sql`
        select look, at, statistics, verdict from experiment_looks
        where workspace_id = ${workspaceId} and experiment_id = ${id} and phase = ${phase.phase} ${before}
        order by look desc limit ${limit + 1}`,
    );
    return ok(pageOfRows(found.map(lookOf), limit, ({ look }) => [look]));
  });
}

function lookOf({ look, at, statistics, verdict: stored }: Row): ExperimentLook {
  const { arms, verdict } = LookReport.parse(stored);
  return { look, at: at.toISOString(), arms, verdict, statistics: LookStatistics.parse(statistics) };
}
