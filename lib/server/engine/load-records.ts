// Reads what the product itself has written down of customers, as far as conditions ask for it.
import { sql } from 'drizzle-orm';
import type { RecordKind } from '@/lib/core/condition/condition-needs';
import { NO_RECORDS, type Passage, type Records } from '@/lib/core/condition/record-test';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';

type CustomerId = Id<'cus'>;
type Part<Key extends keyof Records> = { customerId: CustomerId } & Pick<Records, Key>;

interface Asked {
  readonly workspaceId: Id<'wsp'>;
  readonly customers: readonly CustomerId[];
  readonly records: readonly RecordKind[];
}

/** One statement for each kind that is asked for. Customers of whom nothing is written down are there all the same. */
export async function loadRecords(tx: Tx, asked: Asked): Promise<Map<CustomerId, Records>> {
  const found = new Map<CustomerId, Records>(asked.customers.map((id) => [id, NO_RECORDS]));
  if (asked.customers.length === 0) return found;
  const add = (parts: readonly ({ customerId: CustomerId } & Partial<Records>)[]) => {
    for (const { customerId, ...part } of parts) {
      found.set(customerId, { ...(found.get(customerId) ?? NO_RECORDS), ...part });
    }
  };
  if (asked.records.includes('consent')) add(await loadConsents(tx, asked));
  if (asked.records.includes('journey')) add(await loadPassages(tx, asked));
  if (asked.records.includes('message')) add(await loadMessages(tx, asked));
  if (asked.records.includes('arm')) add(await loadArms(tx, asked));
  return found;
}

const those = ({ customers }: Asked) => sql`unnest(${sql.param([...customers])}::text[]) as w (id)`;

const msOf = (column: string) => sql`(extract(epoch from ${sql.raw(column)}) * 1000)::float8`;

function loadConsents(tx: Tx, asked: Asked): Promise<Part<'consents'>[]> {
  return rows(
    tx,
    sql`
      select customer_id as "customerId", jsonb_object_agg(channel, state) as consents
      from (
        select distinct on (k.customer_id, k.channel) k.customer_id, k.channel, k.state
        from ${those(asked)} join consents k on k.workspace_id = ${asked.workspaceId} and k.customer_id = w.id
        order by k.customer_id, k.channel, k.at desc, k.id desc) newest
      group by customer_id`,
  );
}

async function loadPassages(tx: Tx, asked: Asked): Promise<Part<'passages'>[]> {
  const found = await rows<Passage & { customerId: CustomerId }>(
    tx,
    sql`
      select n.customer_id as "customerId", n.id, n.journey_id as "journeyId", n.status, n.end_reason as "endReason",
        ${msOf('n.entered_at')} as "enteredAt", ${msOf('n.converted_at')} as "convertedAt",
        ${msOf('n.ended_at')} as "endedAt"
      from ${those(asked)}
      cross join lateral (
        select * from enrollments n where n.workspace_id = ${asked.workspaceId} and n.customer_id = w.id offset 0) n`,
  );
  const own = new Map<CustomerId, Passage[]>();
  for (const { customerId, ...passage } of found) {
    const known = own.get(customerId) ?? [];
    own.set(customerId, known);
    known.push(passage);
  }
  return [...own].map(([customerId, passages]) => ({ customerId, passages }));
}

function loadMessages(tx: Tx, asked: Asked): Promise<Part<'messages'>[]> {
  return rows(
    tx,
    sql`
      select m.customer_id as "customerId", jsonb_agg(jsonb_build_object(
        'journeyId', m.journey_id, 'channel', m.channel, 'status', m.status, 'at', ${msOf('m.created_at')})) as messages
      from ${those(asked)} join messages m on m.workspace_id = ${asked.workspaceId} and m.customer_id = w.id
      group by m.customer_id`,
  );
}

function loadArms(tx: Tx, asked: Asked): Promise<Part<'arms'>[]> {
  return rows(
    tx,
    sql`
      select x.customer_id as "customerId", jsonb_agg(jsonb_build_object(
        'journeyId', t.journey_id, 'nodeId', t.node_id, 'phase', x.phase, 'arm', x.arm)
        order by x.assigned_at, x.arm) as arms
      from ${those(asked)} join exposures x on x.workspace_id = ${asked.workspaceId} and x.customer_id = w.id
      join experiments t on t.workspace_id = x.workspace_id and t.id = x.experiment_id
      group by x.customer_id`,
  );
}
