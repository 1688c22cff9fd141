// One customer with what is known about them.
import { sql } from 'drizzle-orm';
import type { CustomerDetail, CustomerRef } from '@/lib/core/api/customer';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import { refusal } from '../refusal';
import { customerSummaries } from './customer-summaries';
import { resolveCustomer } from './resolve-customer';

export function findCustomer(actor: Actor, input: CustomerRef): Promise<Result<CustomerDetail>> {
  return inWorkspace(actor.workspaceId, async (tx) => {
    const id = await resolveCustomer(tx, actor, input.id);
    if (!id) return refusal('not-found');
    const own = sql`select * from customers where workspace_id = ${actor.workspaceId} and id = ${id}`;
    const [summary] = await customerSummaries(tx, own);
    return summary ? ok({ ...summary, consents: await consentsOf(tx, actor, id) }) : refusal('not-found');
  });
}

/** The newest row of the ledger counts. */
async function consentsOf(tx: Tx, actor: Actor, id: Id<'cus'>): Promise<CustomerDetail['consents']> {
  const newest = await rows<{ channel: 'email' | 'sms'; state: 'opted-in' | 'opted-out' }>(
    tx,
    sql`
      select distinct on (channel) channel, state from consents
      where workspace_id = ${actor.workspaceId} and customer_id = ${id}
      order by channel, at desc, id desc`,
  );
  const states = Object.fromEntries(newest.map((row) => [row.channel, row.state]));
  return { email: 'not-asked', sms: 'not-asked', ...states };
}
