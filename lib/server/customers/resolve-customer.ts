// From what a caller names a customer by to the customer who remains: our id first, then the shop's userId.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';

/** Follows merges to their end. Our id wins, because a shop's own ids may look like ours. */
export async function resolveCustomer(tx: Tx, actor: Actor, idOrUserId: string): Promise<Id<'cus'> | null> {
  const [found] = await rows<{ id: Id<'cus'> }>(
    tx,
    sql`
      with recursive named as (
        select id, merged_into, 0 as rank from customers
        where workspace_id = ${actor.workspaceId} and id = ${idOrUserId}
        union all
        select c.id, c.merged_into, 1 as rank
        from identifiers i join customers c on c.workspace_id = i.workspace_id and c.id = i.customer_id
        where i.workspace_id = ${actor.workspaceId} and i.kind = 'user-id' and i.value = ${idOrUserId}
      ), chain as (
        select id, merged_into from (select id, merged_into from named order by rank limit 1) as first
        union
        select c.id, c.merged_into
        from chain join customers c on c.workspace_id = ${actor.workspaceId} and c.id = chain.merged_into
      )
      select id from chain where merged_into is null`,
  );
  return found?.id ?? null;
}
