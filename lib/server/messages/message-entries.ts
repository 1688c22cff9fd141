// Messages as lists show them: one statement for any number of them, and one for the names of their customers.
import { type SQL, sql } from 'drizzle-orm';
import type { MessageSummary } from '@/lib/core/api/message';
import type { Actor } from '../actor';
import { customerLabels } from '../customers/customer-labels';
import { rows, type Tx } from '../db/transaction';

type Row = Omit<MessageSummary, 'customerLabel' | 'createdAt' | 'updatedAt'> & {
  createdAt: Date;
  updatedAt: Date;
};

/** @param chosen a query of messages, already filtered and limited. Newest first. */
export async function messageEntries(tx: Tx, actor: Actor, chosen: SQL): Promise<MessageSummary[]> {
  const found = await rows<Row>(
    tx,
    sql`
      select m.id, m.customer_id as "customerId", m.journey_id as "journeyId", j.name as "journeyName", m.version,
        m.node_id as "nodeId", m.channel, m.address, m.content, m.provider, m.status, m.reason,
        m.created_at as "createdAt", m.updated_at as "updatedAt"
      from (${chosen}) as m
      join journeys j on j.workspace_id = m.workspace_id and j.id = m.journey_id
      order by m.created_at desc, m.id desc`,
  );
  const labelOf = await customerLabels(
    tx,
    actor,
    found.map((row) => row.customerId),
  );
  return found.map((row) => ({
    ...row,
    customerLabel: labelOf(row.customerId),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }));
}
