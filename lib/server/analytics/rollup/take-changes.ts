// Whose history changed since kept retention reports were last counted.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../../db/transaction';

/** Who is marked, and their marks with them. At most `most` marks are taken. */
export async function takeStale(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  most: number,
  at: Date,
): Promise<{ customerIds: Id<'cus'>[]; isMore: boolean }> {
  const found = await rows<{ customerId: Id<'cus'> }>(
    tx,
    sql`
      delete from retention_stale s using (
        select id from retention_stale where workspace_id = ${workspaceId} and due_at <= ${at}
        order by due_at limit ${most}::int) due
      where s.workspace_id = ${workspaceId} and s.id = due.id returning s.customer_id as "customerId"`,
  );
  return { customerIds: found.map(({ customerId }) => customerId), isMore: found.length >= most };
}

type Doer = readonly [customerId: Id<'cus'>, name: string];

interface Slice {
  /** The last event that was looked at. */
  readonly cursor: number;
  readonly isMore: boolean;
  /** Who did something of one of the names. */
  readonly doers: readonly Doer[];
}

/**
 * The events behind the cursor. What journeys wrote lies in no lane and is left out: its numbers may pass those that
 * ingestion has yet to commit, and who it is about is marked.
 */
export async function takeEvents(
  tx: Tx,
  { workspaceId, cursor }: { workspaceId: Id<'wsp'>; cursor: number },
  names: readonly string[],
  most: number,
): Promise<Slice> {
  const [found] = await rows<{ cursor: number; count: number; doers: Doer[] | null }>(
    tx,
    sql`
      select coalesce(max(seq), ${cursor})::float8 as cursor, count(*)::int as count,
        jsonb_agg(distinct jsonb_build_array(customer_id, name))
          filter (where type <> 'signal' and name = any (${sql.param(names)}::text[])) as doers
      from (
        select seq, customer_id, name, type from events
        where workspace_id = ${workspaceId} and seq > ${cursor} and lane >= 0 order by seq limit ${most}::int) slice`,
  );
  const count = found?.count ?? 0;
  return { cursor: found?.cursor ?? cursor, isMore: count >= most, doers: found?.doers ?? [] };
}
