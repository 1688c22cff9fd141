// What many customers are called, in one statement: lists of events and messages name people by this.
import { sql } from 'drizzle-orm';
import type { Identifier } from '@/lib/core/api/customer';
import { customerLabel } from '@/lib/core/customer/label';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';

interface Row {
  id: Id<'cus'>;
  attributes: JsonObject;
  identifiers: Identifier[] | null;
}

/** @returns the label of an id; an id that is not in the workspace is its own label. */
export async function customerLabels(
  tx: Tx,
  actor: Actor,
  ids: readonly Id<'cus'>[],
): Promise<(id: Id<'cus'>) => string> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return (id) => id;
  const found = await rows<Row>(
    tx,
    sql`
      select c.id, c.attributes,
        (select json_agg(json_build_object('kind', i.kind, 'value', i.value)) from (
          select kind, value from identifiers
          where workspace_id = c.workspace_id and customer_id = c.id limit 20
        ) i) as identifiers
      from customers c
      where c.workspace_id = ${actor.workspaceId} and c.id = any(${sql.param(wanted)}::text[])`,
  );
  const labels = new Map(
    found.map((row) => [row.id, customerLabel(row.attributes, row.identifiers ?? [], row.id)]),
  );
  return (id) => labels.get(id) ?? id;
}
