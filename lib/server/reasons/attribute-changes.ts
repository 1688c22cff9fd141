// What changed customers' attributes, event by event: what they told about themselves, and what journeys set.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Json, JsonObject } from '@/lib/core/json';
import type { AttributeChange } from '@/lib/core/reason/replay-attributes';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';

type CustomerId = Id<'cus'>;

interface SetRow {
  readonly code: 'attribute-set' | 'attribute-removed' | 'tag-added' | 'tag-removed';
  readonly after: number;
  readonly attribute: string | null;
  readonly value: Json;
  readonly tag: string | null;
}

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
    add(customerId, changeOf(change));
  }
  return found;
}

function changeOf({ code, after, attribute, value, tag }: SetRow): AttributeChange {
  if (code === 'tag-added' || code === 'tag-removed') {
    return { kind: 'was-tagged', after, tag: tag ?? '', isAdded: code === 'tag-added' };
  }
  return { kind: 'was-set', after, attribute: attribute ?? '', value };
}

/** A parked event told the engine nothing; one that waits has not told it yet. */
function whatTheyTold(tx: Tx, { workspaceId }: Actor, customers: readonly CustomerId[]) {
  return rows<{ customerId: CustomerId; seq: number; traits: JsonObject }>(
    tx,
    sql`
      select e.customer_id as "customerId", e.seq, e.traits from events e
      join lanes l on l.workspace_id = e.workspace_id and l.lane = e.lane and e.seq <= l.cursor
      where e.workspace_id = ${workspaceId} and e.customer_id = any (${sql.param(customers)}::text[])
        and e.type = 'identify'
        and not exists (select from parked_events p where p.workspace_id = e.workspace_id and p.seq = e.seq)`,
  );
}

/**
 * Set after the last event that had reached us by then. Where several reached us at one instant and one of them began the
 * passage, that one counts.
 */
function whatWasSet(tx: Tx, { workspaceId }: Actor, customers: readonly CustomerId[]) {
  return rows<SetRow & { customerId: CustomerId }>(
    tx,
    sql`
      select d.customer_id as "customerId", d.code, d.inputs ->> 'attribute' as attribute,
        d.inputs -> 'value' as value, d.inputs ->> 'tag' as tag,
        coalesce((
          select max(e.seq) from events e
          where e.workspace_id = d.workspace_id and e.customer_id = d.customer_id and e.lane >= 0
            and e.received_at <= d.at
            and (n.entered_at is distinct from d.at or e.received_at < d.at
              or e.message_id = n.trigger ->> 'messageId')
        ), 0) as after
      from decisions d
      left join enrollments n on n.workspace_id = d.workspace_id and n.id = d.enrollment_id
      where d.workspace_id = ${workspaceId} and d.customer_id = any (${sql.param(customers)}::text[])
        and d.code in ('attribute-set', 'attribute-removed', 'tag-added', 'tag-removed')
      order by d.seq`,
  );
}
