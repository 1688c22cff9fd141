// Who is behind a cell of a retention report, or behind a point of its average row.
import type { RetentionPeopleQuery } from '@/lib/core/api/analytics';
import type { CustomerSummary } from '@/lib/core/api/customer';
import type { Page } from '@/lib/core/api/page';
import type { Result } from '@/lib/core/result';
import { matrixOf } from '@/lib/core/retention/matrix';
import type { Actor } from '../actor';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { workspaceDetail } from '../workspace/find-workspace';
import { cellPeople } from './cell-people';
import { definitionOf } from './definition-of';
import { pageOfCustomers } from './page-of-customers';
import { type RetentionQuestion, retentionQuestion } from './retention-question';
import { splitGroups } from './split-groups';

export async function listRetentionPeople(
  actor: Actor,
  input: RetentionPeopleQuery,
): Promise<Result<Page<CustomerSummary>>> {
  const { workspaceId } = actor;
  return inWorkspace(workspaceId, async (tx) => {
    const workspace = await workspaceDetail(tx, actor);
    if (!workspace) return refusal('not-found');
    const { timeZone } = workspace;
    const asOf = input.asOf ? new Date(input.asOf) : now();
    const asked = definitionOf(input, asOf.getTime(), timeZone);
    if (!asked.ok) return asked;
    const definition = asked.value;
    const sides = await splitGroups(tx, workspaceId, definition);
    const side = sides.find(({ id: own }) => own === (input.group ?? null));
    if (!side) return nothing('group');
    const question = retentionQuestion({ workspaceId, definition, asOf }, timeZone, side.group);
    const cohorts = cohortsOf(question, input, timeZone);
    if (cohorts.includes(0)) return nothing('period');
    const { column, who } = input;
    return pageOfCustomers(tx, workspaceId, cellPeople(question, { cohorts, column, who }), input);
  });
}

/** The cohort asked for, or all that the average row looks at; 0 is one that is not in the report. */
function cohortsOf(
  { definition, starts, asOf }: RetentionQuestion,
  { period, column, who }: RetentionPeopleQuery,
  zone: string,
): number[] {
  if (period !== undefined) return [starts.indexOf(period) + 1];
  const { cohorts } = matrixOf(definition, [], asOf.getTime(), zone);
  return cohorts.flatMap(({ cells }, index) =>
    who === 'everybody' || cells[column]?.isComplete ? [index + 1] : [],
  );
}

function nothing(field: 'group' | 'period') {
  return refusal('invalid-field', { detail: `${field}: is not in this report.`, field });
}
