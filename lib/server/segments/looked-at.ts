// Whom a persona looks at: of many members a sample, drawn by a hash, so that it stays the same; and how far back.
import { type SQL, sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';

const LOOKED_AT = 2_000;
export const RECENT_DAYS = 90;

/** A query of `customer_id`. */
export function lookedAtSql(workspaceId: Id<'wsp'>, segmentId: Id<'seg'>): SQL {
  return sql`
    select customer_id from segment_members
    where workspace_id = ${workspaceId} and segment_id = ${segmentId}
    order by hashtext(customer_id), customer_id limit ${LOOKED_AT}`;
}
