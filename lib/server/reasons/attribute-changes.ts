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
  /** Of the decision: after which event, when (ms), in which turn. */
  readonly seq: number | null;
  readonly at: Date;
  readonly turn: number | null;
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
    add(customerId, { kind: 'told', place: { seq, at: 0, turn: 0 }, traits });
  }
  for (const { customerId, ...change } of await whatWasSet(tx, actor, customers)) {
    add(customerId, changeOf(change));
  }
  return found;
}

function changeOf({ code, seq, at, turn, attribute, value, tag }: SetRow): AttributeChange {
  const place = { seq: seq ?? 0, at: at.getTime(), turn: turn ?? 0 };
  if (code === 'tag-added' || code === 'tag-removed') {
    return { kind: 'was-tagged', place, tag: tag ?? '', isAdded: code === 'tag-added' };
  }
  return { kind: 'was-set', place, attribute: attribute ?? '', value };
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

function whatWasSet(tx: Tx, { workspaceId }: Actor, customers: readonly CustomerId[]) {
  return rows<SetRow & { customerId: CustomerId }>(
    tx,
    sql`
      select d.customer_id as "customerId", d.code, d.inputs ->> 'attribute' as attribute,
        d.inputs -> 'value' as value, d.inputs ->> 'tag' as tag, d.at,
        (d.inputs -> 'place' ->> 0)::bigint as seq, (d.inputs -> 'place' ->> 1)::int as turn
      from decisions d
      where d.workspace_id = ${workspaceId} and d.customer_id = any (${sql.param(customers)}::text[])
        and d.code in ('attribute-set', 'attribute-removed', 'tag-added', 'tag-removed')
      order by d.seq`,
  );
}
