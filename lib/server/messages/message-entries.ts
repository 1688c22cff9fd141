// Messages as lists show them: one statement for any number of them, and one for the names of their customers.
import { type SQL, sql } from 'drizzle-orm';
import type { MessageSummary } from '@/lib/core/api/message';
import { ReasonCode } from '@/lib/core/engine/reason';
import type { JsonObject } from '@/lib/core/json';
import type { Actor } from '../actor';
import { customerLabels } from '../customers/customer-labels';
import { reasonOf } from '../customers/decision-entries';
import { rows, type Tx } from '../db/transaction';

type Row = Omit<MessageSummary, 'customerLabel' | 'reasonText' | 'heldUntil' | 'createdAt' | 'updatedAt'> & {
  heldUntil: Date | null;
  /** Of the decision that refused it or held it back. */
  inputs: JsonObject | null;
  createdAt: Date;
  updatedAt: Date;
};

/** @param chosen a query of messages, already filtered and limited. Newest first. */
export async function messageEntries(tx: Tx, actor: Actor, chosen: SQL): Promise<MessageSummary[]> {
  const found = await rows<Row>(
    tx,
    sql`
      select m.id, m.customer_id as "customerId", m.journey_id as "journeyId", j.name as "journeyName", m.version,
        m.node_id as "nodeId", m.channel, m.kind, m.category, m.address, m.content, m.provider, m.status, m.reason,
        case when m.status = 'held' and o.status = 'queued' then o.due_at end as "heldUntil",
        case when m.status in ('held', 'refused') then
          (select d.inputs from decisions d
           where d.workspace_id = m.workspace_id and d.customer_id = m.customer_id and d.code = m.reason
             and d.enrollment_id = o.enrollment_id and d.node_id = m.node_id
           order by d.seq desc limit 1) end as inputs,
        m.created_at as "createdAt", m.updated_at as "updatedAt"
      from (${chosen}) as m
      join journeys j on j.workspace_id = m.workspace_id and j.id = m.journey_id
      join outbox o on o.workspace_id = m.workspace_id and o.id = m.outbox_id
      order by m.created_at desc, m.id desc`,
  );
  const labelOf = await customerLabels(
    tx,
    actor,
    found.map((row) => row.customerId),
  );
  return found.map(({ inputs, ...row }) => ({
    ...row,
    reasonText: reasonText(row.reason, inputs),
    heldUntil: row.heldUntil?.toISOString() ?? null,
    customerLabel: labelOf(row.customerId),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }));
}

/** What the provider said is a sentence already. A code without its decision has nothing to fill the sentence with. */
function reasonText(reason: string | null, inputs: JsonObject | null): string | null {
  const code = ReasonCode.safeParse(reason);
  return code.success && inputs ? reasonOf({ code: code.data, inputs }) : reason;
}
