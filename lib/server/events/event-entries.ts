// Stored events as lists show them: one statement for any number of them, and one for the names of their customers.
import { type SQL, sql } from 'drizzle-orm';
import type { EventEntry } from '@/lib/core/api/event';
import type { Actor } from '../actor';
import { customerLabels } from '../customers/customer-labels';
import { rows, type Tx } from '../db/transaction';

type Row = Omit<EventEntry, 'customerLabel' | 'occurredAt' | 'receivedAt'> & {
  occurredAt: Date;
  receivedAt: Date;
};

/** @param chosen a query of events, already filtered and limited. Newest first. */
export async function eventEntries(tx: Tx, actor: Actor, chosen: SQL): Promise<EventEntry[]> {
  const found = await rows<Row>(
    tx,
    sql`
      select seq, customer_id as "customerId", type, name, source, message_id as "messageId", properties, traits,
        context, occurred_at as "occurredAt", received_at as "receivedAt"
      from (${chosen}) as chosen order by seq desc`,
  );
  const labelOf = await customerLabels(
    tx,
    actor,
    found.map((row) => row.customerId),
  );
  return found.map((row) => ({
    ...row,
    customerLabel: labelOf(row.customerId),
    occurredAt: row.occurredAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
  }));
}
