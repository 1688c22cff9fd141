// Entries and refusals that no event of the customer was the cause of: a date came, a schedule struck, another journey
// or a list asked for it. What the engine stored is all there is to say.
import { sql } from 'drizzle-orm';
import type { ReasonCode } from '@/lib/core/engine/reason';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';

export interface CauselessEntry {
  readonly rank: number;
  readonly id: string;
  readonly at: Date;
  readonly version: number;
  readonly nodeId: Id<'nod'> | null;
  readonly code: ReasonCode;
  readonly inputs: JsonObject;
  readonly enrollmentId: Id<'enr'> | null;
}

interface Asked {
  readonly customer: Id<'cus'>;
  /** `seq` of decisions, ids of enrollments. */
  readonly refusals: readonly string[];
  readonly passages: readonly string[];
}

export function causelessEntries(
  tx: Tx,
  { workspaceId }: Actor,
  { customer, refusals, passages }: Asked,
): Promise<CauselessEntry[]> {
  if (refusals.length === 0 && passages.length === 0) return Promise.resolve([]);
  return rows<CauselessEntry>(
    tx,
    sql`
      select 1 as rank, seq::text as id, at, version, node_id as "nodeId", code, inputs, null as "enrollmentId"
      from decisions
      where workspace_id = ${workspaceId} and customer_id = ${customer} and seq = any (${sql.param(refusals)}::bigint[])
      union all
      select 2, n.id, n.entered_at, n.version, first.node_id, 'entered', coalesce(first.inputs, '{}'), n.id
      from enrollments n
      left join lateral (
        select node_id, inputs from decisions d
        where d.workspace_id = n.workspace_id and d.customer_id = n.customer_id and d.enrollment_id = n.id
        order by d.seq limit 1) first on true
      where n.workspace_id = ${workspaceId} and n.id = any (${sql.param(passages)}::text[])`,
  );
}
