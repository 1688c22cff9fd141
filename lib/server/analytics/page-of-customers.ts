// Customers behind a figure, newest first, page by page.
import { type SQL, sql } from 'drizzle-orm';
import type { CustomerSummary } from '@/lib/core/api/customer';
import type { Page, PageQuery } from '@/lib/core/api/page';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import { ByInstant, pageOfRows, readCursor } from '../api/cursor';
import { customerSummaries } from '../customers/customer-summaries';
import type { Tx } from '../db/transaction';

/** @param chosen a query of the ids of those behind the figure */
export async function pageOfCustomers(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  chosen: SQL,
  { limit, cursor: given }: PageQuery,
): Promise<Result<Page<CustomerSummary>>> {
  const cursor = readCursor(ByInstant, given);
  if (!cursor.ok) return cursor;
  const [at, id] = cursor.value ?? [];
  const before = at === undefined ? sql`true` : sql`(c.created_at, c.id) < (${new Date(at)}, ${id})`;
  const found = await customerSummaries(
    tx,
    sql`
      select c.* from customers c
      where c.workspace_id = ${workspaceId} and c.merged_into is null and ${before} and c.id in (${chosen})
      order by c.created_at desc, c.id desc limit ${limit + 1}`,
  );
  const page = pageOfRows(found, limit, (row) => [Date.parse(row.createdAt), row.id]);
  return ok({ ...page, data: page.data.map(({ attributes: _, ...summary }) => summary) });
}
