// What the database knows about a group of events before it is stored: two statements, however many events.
// The lateral subqueries with their limit make every look-up one descent into a unique index. As plain joins, the planner,
// whenever its statistics lag behind, prefers to read all events of the workspace.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';
import type { Identifier, Ownership, PersonKind } from './customer-graph';

export interface MessageKey {
  readonly source: string;
  readonly messageId: string;
}

export interface StoredMessage extends MessageKey {
  readonly bodyHash: string;
}

export interface Known {
  /** Which of the messages are stored already. */
  readonly messages: readonly StoredMessage[];
  /** Who owns the identifiers that somebody owns. */
  readonly owners: readonly Ownership[];
}

/** Both answers come as rows of three texts under `what`: a second question would cost every group a round trip. */
interface Row {
  what: 'message' | Identifier['kind'];
  a: string;
  b: string;
  c: string;
}

export async function findKnown(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  keys: readonly MessageKey[],
  identifiers: readonly Identifier[],
): Promise<Known> {
  const found = await rows<Row>(
    tx,
    sql`
      select 'message' as what, e.source as a, e.message_id as b, e.body_hash as c
      from json_to_recordset(${JSON.stringify(keys)}::json) as k (source text, "messageId" text)
      cross join lateral (
        select * from events e
        where e.workspace_id = ${workspaceId} and e.source = k.source and e.message_id = k."messageId" limit 1) e
      union all
      select i.kind, i.value, i.customer_id, ''
      from json_to_recordset(${JSON.stringify(identifiers)}::json) as k (kind text, value text)
      cross join lateral (
        select * from identifiers i
        where i.workspace_id = ${workspaceId} and i.kind = k.kind and i.value = k.value limit 1) i`,
  );
  const messages: StoredMessage[] = [];
  const owners: Ownership[] = [];
  for (const { what, a, b, c } of found) {
    if (what === 'message') messages.push({ source: a, messageId: b, bodyHash: c });
    // The column holds ids of customers only; a statement's result cannot say so.
    else owners.push({ kind: what, value: a, customerId: b as Id<'cus'> });
  }
  return { messages, owners };
}

/** By what else these customers are known. */
export async function findKinds(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  customerIds: readonly Id<'cus'>[],
): Promise<Map<Id<'cus'>, PersonKind[]>> {
  if (customerIds.length === 0) return new Map();
  const found = await rows<{ customerId: Id<'cus'>; kinds: PersonKind[] }>(
    tx,
    sql`
      select c.id as "customerId", i.kinds
      from unnest(${sql.param(customerIds)}::text[]) as c (id)
      cross join lateral (
        select json_agg(distinct i.kind) as kinds from identifiers i
        where i.workspace_id = ${workspaceId} and i.customer_id = c.id and i.kind <> 'anonymous-id') i
      where i.kinds is not null`,
  );
  return new Map(found.map(({ customerId, kinds }) => [customerId, kinds]));
}
