// What the database knows about a group of events before it is stored: three statements, however many events.
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

/** Which of these messages are stored already. */
export function findStored(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  keys: readonly MessageKey[],
): Promise<StoredMessage[]> {
  if (keys.length === 0) return Promise.resolve([]);
  return rows<StoredMessage>(
    tx,
    sql`
      select e.source, e.message_id as "messageId", e.body_hash as "bodyHash"
      from json_to_recordset(${JSON.stringify(keys)}::json) as k (source text, "messageId" text)
      join events e on e.workspace_id = ${workspaceId} and e.source = k.source and e.message_id = k."messageId"`,
  );
}

/** Who owns these identifiers. */
export function findOwners(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  asked: readonly Identifier[],
): Promise<Ownership[]> {
  return rows<Ownership>(
    tx,
    sql`
      select i.kind, i.value, i.customer_id as "customerId"
      from json_to_recordset(${JSON.stringify(asked)}::json) as k (kind text, value text)
      join identifiers i on i.workspace_id = ${workspaceId} and i.kind = k.kind and i.value = k.value`,
  );
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
      select i.customer_id as "customerId", json_agg(distinct i.kind) as kinds
      from unnest(${sql.param(customerIds)}::text[]) as c (id)
      join identifiers i on i.workspace_id = ${workspaceId} and i.customer_id = c.id
      where i.kind <> 'anonymous-id' group by i.customer_id`,
  );
  return new Map(found.map(({ customerId, kinds }) => [customerId, kinds]));
}
