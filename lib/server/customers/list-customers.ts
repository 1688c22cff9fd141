// The customers of a workspace, newest first, or those a search finds.
import { type SQL, sql } from 'drizzle-orm';
import type { CustomerSummary, ListCustomers } from '@/lib/core/api/customer';
import type { Page } from '@/lib/core/api/page';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { ByInstant, pageOfRows, readCursor } from '../api/cursor';
import { holding, startingWith } from '../api/pattern';
import { inWorkspace } from '../db/transaction';
import { customerSummaries } from './customer-summaries';

export async function listCustomers(
  actor: Actor,
  input: ListCustomers,
): Promise<Result<Page<CustomerSummary>>> {
  const cursor = readCursor(ByInstant, input.cursor);
  if (!cursor.ok) return cursor;
  const [at, id] = cursor.value ?? [];
  const before = at === undefined ? sql`true` : sql`(created_at, id) < (${new Date(at)}, ${id})`;
  const chosen = sql`
    select * from customers
    where workspace_id = ${actor.workspaceId} and merged_into is null
      and ${matches(actor, input.search)} and ${before}
    order by created_at desc, id desc limit ${input.limit + 1}`;
  const found = await inWorkspace(actor.workspaceId, (tx) => customerSummaries(tx, chosen));
  const page = pageOfRows(found, input.limit, (row) => [Date.parse(row.createdAt), row.id]);
  return ok({ ...page, data: page.data.map(({ attributes: _, ...summary }) => summary) });
}

function matches(actor: Actor, search: string | undefined): SQL {
  if (search === undefined) return sql`true`;
  const name = sql`lower(concat_ws(' ', attributes->>'name', attributes->>'firstName', attributes->>'lastName',
    attributes->>'first_name', attributes->>'last_name'))`;
  return sql`(id = ${search} or ${name} like ${holding(search)} or id in (
    select customer_id from identifiers
    where workspace_id = ${actor.workspaceId} and lower(value) like ${startingWith(search)}))`;
}
