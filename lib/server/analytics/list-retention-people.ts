// Who is behind a cell of a retention report, newest first.
import { sql } from 'drizzle-orm';
import type { RetentionPeopleQuery } from '@/lib/core/api/analytics';
import type { CustomerSummary } from '@/lib/core/api/customer';
import type { Page } from '@/lib/core/api/page';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { ByInstant, pageOfRows, readCursor } from '../api/cursor';
import { now } from '../clock';
import { customerSummaries } from '../customers/customer-summaries';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { workspaceDetail } from '../workspace/find-workspace';
import { cellPeople } from './cell-people';
import { definitionOf } from './definition-of';
import { retentionQuestion } from './retention-question';
import { splitGroups } from './split-groups';

export async function listRetentionPeople(
  actor: Actor,
  input: RetentionPeopleQuery,
): Promise<Result<Page<CustomerSummary>>> {
  const cursor = readCursor(ByInstant, input.cursor);
  if (!cursor.ok) return cursor;
  const [at, id] = cursor.value ?? [];
  const before = at === undefined ? sql`true` : sql`(c.created_at, c.id) < (${new Date(at)}, ${id})`;
  const { workspaceId } = actor;
  return inWorkspace(workspaceId, async (tx) => {
    const workspace = await workspaceDetail(tx, actor);
    if (!workspace) return refusal('not-found');
    const asOf = input.asOf ? new Date(input.asOf) : now();
    const asked = definitionOf(input, asOf.getTime(), workspace.timeZone);
    if (!asked.ok) return asked;
    const definition = asked.value;
    const sides = await splitGroups(tx, workspaceId, definition);
    const side = sides.find(({ id: own }) => own === (input.group ?? null));
    if (!side) return nothing('group');
    const question = retentionQuestion({ workspaceId, definition, asOf }, workspace.timeZone, side.group);
    const cohort = question.starts.indexOf(input.period) + 1;
    if (cohort === 0) return nothing('period');
    const chosen = sql`
      select c.* from customers c
      where c.workspace_id = ${workspaceId} and c.merged_into is null and ${before}
        and c.id in (${cellPeople(question, { cohort, column: input.column, who: input.who })})
      order by c.created_at desc, c.id desc limit ${input.limit + 1}`;
    const found = await customerSummaries(tx, chosen);
    const page = pageOfRows(found, input.limit, (row) => [Date.parse(row.createdAt), row.id]);
    return ok({ ...page, data: page.data.map(({ attributes: _, ...summary }) => summary) });
  });
}

function nothing(field: 'group' | 'period') {
  return refusal('invalid-field', { detail: `${field}: is not in this report.`, field });
}
