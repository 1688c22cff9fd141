// Histories of a test put into the events table in one statement, each person with an id of our kind.
import { sql } from 'drizzle-orm';
import { laneOf } from '@/lib/core/hash';
import type { Id } from '@/lib/core/id';
import type { RetentionHistory } from '@/lib/core/retention/plain-retention';
import { inWorkspace } from '../../db/transaction';

const PORTION = 2_000;

/** @returns the customer's id of each person */
export async function storeHistories(
  workspaceId: Id<'wsp'>,
  histories: readonly RetentionHistory[],
): Promise<Map<string, Id<'cus'>>> {
  const ids = new Map(histories.map(({ person }) => [person, `cus_${person}` as const]));
  const people = [...ids.values()].map((id) => ({ id, lane: laneOf(id) }));
  const events = histories.flatMap(({ person, events: own }) => {
    const id = `cus_${person}` as const;
    return own.map(({ name, properties, at }, index) => ({
      ...{ l: laneOf(id), c: id, n: name, p: properties, o: new Date(at).toISOString(), m: `${id}/${index}` },
    }));
  });
  await inWorkspace(workspaceId, async (tx) => {
    await tx.execute(sql`
      insert into customers (workspace_id, id, lane, attributes, created_at)
      select ${workspaceId}, c.id, c.lane, '{}', '2020-01-01Z'
      from json_to_recordset(${JSON.stringify(people)}::json) as c (id text, lane smallint)`);
    for (let start = 0; start < events.length; start += PORTION) {
      await tx.execute(sql`
        insert into events (workspace_id, lane, customer_id, source, message_id, body_hash, type, name, properties, traits,
          context, occurred_at, received_at)
        select ${workspaceId}, e.l, e.c, 'test', e.m, '', 'track', e.n, e.p, '{}', '{}', e.o, e.o
        from json_to_recordset(${JSON.stringify(events.slice(start, start + PORTION))}::json) as e (
          l smallint, c text, n text, p jsonb, o timestamptz, m text)`);
    }
  });
  return ids;
}
