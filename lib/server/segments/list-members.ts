// Who is in a segment now, last come first.
import { sql } from 'drizzle-orm';
import type { Page, PageQuery } from '@/lib/core/api/page';
import type { SegmentMember, SegmentRef } from '@/lib/core/api/segment';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { ByInstant, pageOfRows, readCursor } from '../api/cursor';
import { customerLabels } from '../customers/customer-labels';
import { inWorkspace, rows } from '../db/transaction';
import { refusal } from '../refusal';

export async function listMembers(
  actor: Actor,
  input: SegmentRef & PageQuery,
): Promise<Result<Page<SegmentMember>>> {
  const cursor = readCursor(ByInstant, input.cursor);
  if (!cursor.ok) return cursor;
  const { workspaceId } = actor;
  const before = cursor.value
    ? sql`(entered_at, customer_id) < (${new Date(cursor.value[0])}, ${cursor.value[1]})`
    : sql`true`;
  return inWorkspace(workspaceId, async (tx) => {
    const known = await rows(
      tx,
      sql`select 1 from segments where workspace_id = ${workspaceId} and id = ${input.id}`,
    );
    if (known.length === 0) return refusal('not-found');
    const found = await rows<{ customerId: Id<'cus'>; enteredAt: Date }>(
      tx,
      sql`
        select customer_id as "customerId", entered_at as "enteredAt" from segment_members
        where workspace_id = ${workspaceId} and segment_id = ${input.id} and ${before}
        order by entered_at desc, customer_id desc limit ${input.limit + 1}`,
    );
    const ids = found.map(({ customerId }) => customerId);
    const labelOf = await customerLabels(tx, actor, ids);
    const members = found.map(({ customerId, enteredAt }) => ({
      customerId,
      customerLabel: labelOf(customerId),
      enteredAt: enteredAt.toISOString(),
    }));
    return ok(pageOfRows(members, input.limit, (row) => [Date.parse(row.enteredAt), row.customerId]));
  });
}
