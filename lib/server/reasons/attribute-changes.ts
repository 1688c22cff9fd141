// What changed customers' attributes, event by event: what they told about themselves, and what journeys set.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Json, JsonObject } from '@/lib/core/json';
import type { AttributeChange } from '@/lib/core/reason/replay-attributes';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';

type CustomerId = Id<'cus'>;

/** In the order in which they were made, as far as two of them stand at one event. */
export async function attributeChanges(
  tx: Tx,
  actor: Actor,
  customers: readonly CustomerId[],
): Promise<Map<CustomerId, AttributeChange[]>> {
  const found = new Map<CustomerId, AttributeChange[]>();
  const add = (customerId: CustomerId, change: AttributeChange) => {
    const known = found.get(customerId);
    if (known) known.push(change);
    else found.set(customerId, [change]);
  };
  for (const { customerId, seq, traits } of await whatTheyTold(tx, actor, customers)) {
    add(customerId, { kind: 'told', seq, traits });
  }
  for (const { customerId, ...change } of await whatWasSet(tx, actor, customers)) {
    add(customerId, { kind: 'was-set', ...change });
  }
  return found;
}

/** A parked event told the engine nothing. */
function whatTheyTold(tx: Tx, { workspaceId }: Actor, customers: readonly CustomerId[]) {
  return rows<{ customerId: CustomerId; seq: number; traits: JsonObject }>(
    tx,
    sql`
      select e.customer_id as "customerId", e.seq, e.traits from events e
      where e.workspace_id = ${workspaceId} and e.customer_id = any (${sql.param(customers)}::text[])
        and e.type = 'identify'
        and not exists (select from parked_events p where p.workspace_id = e.workspace_id and p.seq = e.seq)`,
  );
}

/** A decision says after which event it fell; older ones only say when, which is exact unless two came at one instant. */
function whatWasSet(tx: Tx, { workspaceId }: Actor, customers: readonly CustomerId[]) {
  return rows<{ customerId: CustomerId; after: number; attribute: string; value: Json }>(
    tx,
    sql`
      select d.customer_id as "customerId", d.inputs ->> 'attribute' as attribute, d.inputs -> 'value' as value,
        coalesce((d.inputs ->> 'after')::bigint, (
          select max(e.seq) from events e
          where e.workspace_id = d.workspace_id and e.customer_id = d.customer_id and e.received_at <= d.at
        ), 0) as after
      from decisions d
      where d.workspace_id = ${workspaceId} and d.customer_id = any (${sql.param(customers)}::text[])
        and d.code = 'attribute-set'
      order by d.seq`,
  );
}
