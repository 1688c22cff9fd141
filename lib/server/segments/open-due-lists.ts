// Unpacks due times of segments before the first of a list comes, in the lanes that a batch holds. Whoever has been judged since
// has a newer due time, or none; whoever became part of another customer has no place any more.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';

export async function openDueLists(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  lanes: readonly { readonly lane: number }[],
  until: Date,
): Promise<void> {
  await tx.execute(sql`
    with opened as (
      delete from segment_due_lists
      where workspace_id = ${workspaceId} and lane = any (${sql.param(lanes.map(({ lane }) => lane))}::smallint[]) and due_at <= ${until}
      returning segment_id, lane, customer_ids, due_ats)
    insert into segment_dues (workspace_id, customer_id, segment_id, lane, due_at)
    select ${workspaceId}, c.id, o.segment_id, o.lane, x.due_at
    from opened o cross join unnest(o.customer_ids, o.due_ats) as x (customer_id, due_at)
    join customers c on c.workspace_id = ${workspaceId} and c.id = x.customer_id and c.merged_into is null
    on conflict (workspace_id, customer_id, segment_id) do nothing`);
}
