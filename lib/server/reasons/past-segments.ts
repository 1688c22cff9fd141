// Which segments customers were in: those of today, with every coming and going since then undone. Each is told by a signal
// in the customer's lane, and kept like any event.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Place } from '@/lib/core/reason/place';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';

interface Change {
  readonly seq: number;
  readonly segmentId: string;
  readonly hasEntered: boolean;
}

export interface PastSegments {
  readonly now: readonly string[];
  /** In the order in which they came about. */
  readonly changes: readonly Change[];
}

export function segmentsAt({ now, changes }: PastSegments, { seq }: Place): ReadonlySet<string> {
  const segments = new Set(now);
  for (const change of changes.toReversed()) {
    if (change.seq <= seq) break;
    if (change.hasEntered) segments.delete(change.segmentId);
    else segments.add(change.segmentId);
  }
  return segments;
}

export async function loadPastSegments(
  tx: Tx,
  { workspaceId }: Actor,
  customers: readonly Id<'cus'>[],
): Promise<Map<Id<'cus'>, PastSegments>> {
  const ids = sql.param([...customers]);
  const members = await rows<{ customerId: Id<'cus'>; now: string[] }>(
    tx,
    sql`
      select customer_id as "customerId", array_agg(segment_id) as now from segment_members
      where workspace_id = ${workspaceId} and customer_id = any (${ids}::text[]) group by customer_id`,
  );
  const told = await rows<Change & { customerId: Id<'cus'> }>(
    tx,
    sql`
      select e.customer_id as "customerId", e.seq, e.properties ->> 'segment_id' as "segmentId",
        e.name = 'segment-entered' as "hasEntered"
      from events e
      where e.workspace_id = ${workspaceId} and e.customer_id = any (${ids}::text[]) and e.type = 'signal'
        and e.name in ('segment-entered', 'segment-left')
      order by e.seq`,
  );
  return new Map(
    customers.map((id) => {
      const now = members.find(({ customerId }) => customerId === id)?.now ?? [];
      return [id, { now, changes: told.filter(({ customerId }) => customerId === id) }];
    }),
  );
}
