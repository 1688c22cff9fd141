// The customers of a workspace, newest first, or those a search finds.
import { sql } from 'drizzle-orm';
import type { CustomerSummary, ListCustomers } from '@/lib/core/api/customer';
import type { Page } from '@/lib/core/api/page';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { ByInstant, pageOfRows, readCursor } from '../api/cursor';
import { inWorkspace } from '../db/transaction';
import { customerSummaries } from './customer-summaries';
import { likeSearch } from './like-search';

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
      and ${input.search === undefined ? sql`true` : likeSearch(actor, input.search)} and ${before}
    order by created_at desc, id desc limit ${input.limit + 1}`;
  const found = await inWorkspace(actor.workspaceId, (tx) => customerSummaries(tx, chosen));
  const page = pageOfRows(found, input.limit, (row) => [Date.parse(row.createdAt), row.id]);
  return ok({ ...page, data: page.data.map(({ attributes: _, ...summary }) => summary) });
}
