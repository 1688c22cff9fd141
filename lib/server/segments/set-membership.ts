// Who comes into a segment and who leaves it: the row, and the signal that journeys listen to, in one transaction.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { now } from '../clock';
import { rows, type Tx } from '../db/transaction';
import { lockWorkspace } from '../ingest/lock-workspace';
import { type Signal, sendSignals } from '../signals/send-signals';

interface Membership {
  readonly segmentId: Id<'seg'>;
  readonly entered: readonly Id<'cus'>[];
  readonly left: readonly Id<'cus'>[];
}

interface Changed {
  readonly customerId: Id<'cus'>;
  readonly enteredAt: Date;
}

/**
 * One statement for any number of customers. Whoever is in already does not enter, whoever is not in does not leave,
 * and neither is told of, so that the same call twice has one effect. The caller wakes the engine once it has committed.
 */
export async function setMembership(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  { segmentId, entered, left }: Membership,
): Promise<void> {
  // Before any row: a merge of customers takes this first and the rows after it.
  await lockWorkspace(tx, workspaceId);
  const gone = await rows<Changed>(
    tx,
    sql`
      with gone as (
        delete from segment_members
        where workspace_id = ${workspaceId} and segment_id = ${segmentId}
          and customer_id = any (${sql.param([...left])}::text[])
        returning customer_id, entered_at),
      over as (
        insert into segment_stays (workspace_id, segment_id, customer_id, entered_at, left_at)
        select ${workspaceId}, ${segmentId}, customer_id, entered_at, greatest(entered_at, ${now()}::timestamptz)
        from gone)
      select customer_id as "customerId", entered_at as "enteredAt" from gone`,
  );
  const come = await rows<Changed>(
    tx,
    sql`
      insert into segment_members (workspace_id, segment_id, customer_id, entered_at)
      select ${workspaceId}, ${segmentId}, c.id, ${now()}
      from customers c
      where c.workspace_id = ${workspaceId} and c.id = any (${sql.param([...entered])}::text[])
        and c.merged_into is null
      order by c.id
      on conflict do nothing
      returning customer_id as "customerId", entered_at as "enteredAt"`,
  );
  const told = [
    ...gone.map((one) => signalOf(segmentId, 'segment-left', one)),
    ...come.map((one) => signalOf(segmentId, 'segment-entered', one)),
  ];
  await sendSignals(tx, workspaceId, told);
}

/** Each stay in a segment begins once and ends once. */
function signalOf(segmentId: Id<'seg'>, name: string, { customerId, enteredAt }: Changed): Signal {
  const messageId = `${name}/${segmentId}/${customerId}/${enteredAt.getTime()}`;
  return { customerId, name, properties: { segment_id: segmentId }, messageId };
}
