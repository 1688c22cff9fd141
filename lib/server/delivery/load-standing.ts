// What policy asks about each send, read in the transaction that starts it and after its row was locked: an opt-out
// committed before this point is seen, and one that comes later waits for the lock.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import type { PolicyFacts } from '@/lib/core/policy/policy-facts';
import { rows, type Tx } from '../db/transaction';
import { isOneOf } from './is-one-of';
import type { Prepared } from './prepare';

export interface Standing {
  readonly id: Id<'obx'>;
  readonly customerId: Id<'cus'>;
  /** Only what quiet hours go by. */
  readonly attributes: JsonObject;
  /** The first address known, by which the holdout is drawn. */
  readonly firstEmail: string | null;
  readonly journeyState: PolicyFacts['journeyState'];
  readonly consent: 'opted-in' | 'opted-out' | null;
  /** Why the address must not be written to, or null. */
  readonly suppression: string | null;
  /** Whether the address rendered for is still the customer's. */
  readonly isTheirs: boolean;
}

/** Only rows that are still ours: another holder, a cancel or an erasure leaves them out. */
export async function lockAndLoadStanding(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  prepared: readonly Prepared[],
): Promise<Map<string, Standing>> {
  const given = JSON.stringify(
    prepared.map(({ row, channel, address }) => ({ id: row.id, fence: row.fence, channel, address })),
  );
  const isGiven = isOneOf(prepared.map(({ row }) => row.id));
  await tx.execute(sql`
    select o.id from outbox o join json_to_recordset(${given}::json) as x (id text, fence int)
      on o.id = x.id and o.fence = x.fence
    where o.workspace_id = ${workspaceId} and ${isGiven} and o.status = 'queued'
    order by o.id for update of o`);
  const found = await rows<Standing>(
    tx,
    sql`
      select o.id, o.customer_id as "customerId", j.state as "journeyState",
        (select jsonb_build_object('timezone', c.attributes -> 'timezone') from customers c
         where c.workspace_id = o.workspace_id and c.id = o.customer_id) as attributes,
        (select i.value from identifiers i
         where i.workspace_id = o.workspace_id and i.customer_id = o.customer_id and i.kind = 'email'
         order by i.created_at, i.value limit 1) as "firstEmail",
        (select c.state from consents c
         where c.workspace_id = o.workspace_id and c.customer_id = o.customer_id and c.channel = x.channel
         order by c.at desc, c.id desc limit 1) as consent,
        (select s.reason from suppressions s
         where s.workspace_id = o.workspace_id and s.channel = x.channel and s.address = x.address) as suppression,
        exists (select from identifiers i
         where i.workspace_id = o.workspace_id and i.customer_id = o.customer_id and i.value = x.address
           and i.kind = case x.channel when 'email' then 'email' else 'phone' end) as "isTheirs"
      from json_to_recordset(${given}::json) as x (id text, fence int, channel text, address text)
      join outbox o on o.workspace_id = ${workspaceId} and ${isGiven} and o.id = x.id and o.fence = x.fence
        and o.status = 'queued'
      join journeys j on j.workspace_id = o.workspace_id and j.id = o.journey_id`,
  );
  return new Map(found.map((standing) => [standing.id, standing]));
}
