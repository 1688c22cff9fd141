// Signals: what the product itself noticed about customers, written into their lanes beside what they did, so that the
// engine works both in one order. The caller wakes the engine once it has committed.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { now } from '../clock';
import { rows, type Tx } from '../db/transaction';
import { lockWorkspace } from '../ingest/lock-workspace';

export interface Signal {
  readonly customerId: Id<'cus'>;
  readonly name: string;
  readonly properties: JsonObject;
  /** What makes a repeat a repeat: a signal with a known id has no second effect. */
  readonly messageId: string;
}

/**
 * One statement for any number of signals. A customer who was merged in the meantime is told as the one who remains.
 * @returns the messageIds of the signals that are new
 */
export async function sendSignals(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  signals: readonly Signal[],
): Promise<ReadonlySet<string>> {
  if (signals.length === 0) return new Set();
  await lockWorkspace(tx, workspaceId);
  const given = signals.map(({ customerId, name, properties, messageId }, index) => ({
    ...{ i: index, c: customerId, n: name, p: properties, m: messageId },
  }));
  const sent = await rows<{ messageId: string }>(
    tx,
    sql`
      with recursive given as materialized (
        select * from json_to_recordset(${JSON.stringify(given)}::json) as g (i int, c text, n text, p jsonb, m text)),
      chain as (
        select c.id as first, c.id, c.lane, c.merged_into
        from (select distinct c from given) g join customers c on c.workspace_id = ${workspaceId} and c.id = g.c
        union all
        select chain.first, c.id, c.lane, c.merged_into
        from chain join customers c on c.workspace_id = ${workspaceId} and c.id = chain.merged_into)
      insert into events (workspace_id, lane, customer_id, source, message_id, body_hash, type, name, properties, traits,
        context, occurred_at, received_at)
      select ${workspaceId}, s.lane, s.id, 'throughline', g.m, md5(g.p::text), 'signal', g.n, g.p, '{}', '{}', ${now()},
        ${now()}
      from given g join chain s on s.first = g.c and s.merged_into is null
      order by g.i
      on conflict (workspace_id, source, message_id) do nothing
      returning message_id as "messageId"`,
  );
  return new Set(sent.map(({ messageId }) => messageId));
}
