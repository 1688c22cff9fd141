// A retention report: the cohort triangle and its average row, for everybody and for each side of a split.
import type { RetentionGroupReport, RetentionQuery, RetentionReport } from '@/lib/core/api/analytics';
import { wilsonInterval } from '@/lib/core/experiment/wilson-interval';
import { ok, type Result } from '@/lib/core/result';
import { averageRow } from '@/lib/core/retention/average-row';
import { columnsOf, matrixOf, type RetentionMatrix } from '@/lib/core/retention/matrix';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { workspaceDetail } from '../workspace/find-workspace';
import { countRetention } from './count-retention';
import { definitionOf } from './definition-of';
import { retentionQuestion } from './retention-question';
import { readRollup } from './rollup/read-rollup';
import { splitGroups } from './split-groups';

export function readRetention(actor: Actor, query: RetentionQuery): Promise<Result<RetentionReport>> {
  const { workspaceId } = actor;
  return inWorkspace(workspaceId, async (tx) => {
    const workspace = await workspaceDetail(tx, actor);
    if (!workspace) return refusal('not-found');
    const { timeZone } = workspace;
    const askedAt = query.asOf ? new Date(query.asOf) : now();
    const asked = definitionOf(query, askedAt.getTime(), timeZone);
    if (!asked.ok) return asked;
    const definition = asked.value;
    const question = { workspaceId, definition, asOf: askedAt };
    const kept = query.asOf ? null : await readRollup(tx, retentionQuestion(question, timeZone), timeZone);
    const asOf = kept?.asOf ?? askedAt;
    const groups: RetentionGroupReport[] = [];
    for (const { id, label, group } of await splitGroups(tx, workspaceId, definition)) {
      const tallies =
        kept?.tallies ?? (await countRetention(tx, retentionQuestion(question, timeZone, group)));
      groups.push({ id, label, ...groupReport(matrixOf(definition, tallies, asOf.getTime(), timeZone)) });
    }
    return ok({ asOf: asOf.toISOString(), timeZone, definition, columns: columnsOf(definition), groups });
  });
}

function groupReport(matrix: RetentionMatrix): Pick<RetentionGroupReport, 'cohorts' | 'average'> {
  const average = averageRow(matrix).map((column) => {
    const { low, high } =
      column.weighted === null ? { low: null, high: null } : wilsonInterval(column.people, column.size);
    return { ...column, low, high };
  });
  return { cohorts: matrix.cohorts.map((cohort) => ({ ...cohort, cells: [...cohort.cells] })), average };
}
