// The reason trail of one customer, newest first: why they moved, waited, got nothing, or never entered.
import { sql } from 'drizzle-orm';
import type { CustomerRef, DecisionEntry, ListDecisions } from '@/lib/core/api/customer';
import type { Page } from '@/lib/core/api/page';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { BySeq, pageOfRows, readCursor } from '../api/cursor';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { decisionEntries } from './decision-entries';
import { resolveCustomer } from './resolve-customer';

export async function customerDecisions(
  actor: Actor,
  input: CustomerRef & ListDecisions,
): Promise<Result<Page<DecisionEntry>>> {
  const cursor = readCursor(BySeq, input.cursor);
  if (!cursor.ok) return cursor;
  return inWorkspace(actor.workspaceId, async (tx) => {
    const customer = await resolveCustomer(tx, actor, input.id);
    if (!customer) return refusal('not-found');
    const all = [sql`workspace_id = ${actor.workspaceId}`, sql`customer_id = ${customer}`];
    if (input.journey !== undefined) all.push(sql`journey_id = ${input.journey}`);
    if (cursor.value) all.push(sql`seq < ${cursor.value[0]}`);
    const chosen = sql`select * from decisions where ${sql.join(all, sql` and `)}
      order by seq desc limit ${input.limit + 1}`;
    const found = await decisionEntries(tx, chosen);
    return ok(pageOfRows(found, input.limit, (row) => [row.seq]));
  });
}
