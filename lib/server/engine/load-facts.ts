// Reads what the conditions of a batch look at: what customers did before, their segments, the catalogue.
import { sql } from 'drizzle-orm';
import type { PastEvent, Product } from '@/lib/core/condition/evaluate';
import type { Records } from '@/lib/core/condition/record-test';
import type { CustomerAppointment } from '@/lib/core/engine/batch';
import type { FactNeeds, PersonalNeeds } from '@/lib/core/engine/fact-needs';
import type { RuleIndex } from '@/lib/core/engine/rule-index';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';
import type { Claim } from './claim-lanes';
import { loadRecords } from './load-records';

export interface BatchFacts {
  readonly past: ReadonlyMap<Id<'cus'>, readonly PastEvent[]>;
  readonly segments: ReadonlyMap<Id<'cus'>, ReadonlySet<string>>;
  readonly products: ReadonlyMap<string, Product>;
  readonly records: ReadonlyMap<Id<'cus'>, Records>;
}

/** @param earliest the first moment (ms) of the batch: windows reach back from there */
export async function loadFacts(
  tx: Tx,
  claim: Claim,
  { groups, skus }: FactNeeds,
  earliest: number,
  index: RuleIndex,
): Promise<BatchFacts> {
  const past = new Map<Id<'cus'>, readonly PastEvent[]>();
  const segments = new Map<Id<'cus'>, ReadonlySet<string>>();
  const records = new Map<Id<'cus'>, Records>();
  for (const group of groups) {
    for (const [id, own] of await loadPast(tx, claim, group, earliest)) past.set(id, own);
    for (const [id, own] of await loadSegments(tx, claim, group, index)) segments.set(id, own);
    for (const [id, own] of await recordsOf(tx, claim, group)) records.set(id, own);
  }
  return { past, segments, records, products: await loadProducts(tx, claim.workspaceId, skus) };
}

async function recordsOf(
  tx: Tx,
  { workspaceId }: Claim,
  group: PersonalNeeds,
): Promise<Map<Id<'cus'>, Records>> {
  return group.records.length === 0 ? new Map() : await loadRecords(tx, { ...group, workspaceId });
}

interface PastRow extends Omit<PastEvent, 'at' | 'receivedAt'> {
  customerId: Id<'cus'>;
  at: Date;
  receivedAt: Date;
}

/**
 * What was worked before this batch: everything up to the lanes' cursors, and whatever is in no claimed lane: what
 * journeys made happen, and what a customer did who was merged into this one.
 */
async function loadPast(
  tx: Tx,
  claim: Claim,
  { events, customers }: PersonalNeeds,
  earliest: number,
): Promise<BatchFacts['past']> {
  const names = Object.entries(events).map(([name, windowMs]) => ({
    name,
    since: windowMs === null ? null : new Date(earliest - windowMs).toISOString(),
  }));
  if (names.length === 0 || customers.length === 0) return new Map();
  const found = await rows<PastRow>(
    tx,
    sql`
      select e.customer_id as "customerId", e.name, e.message_id as "messageId", e.properties,
        e.occurred_at as at, e.received_at as "receivedAt"
      from unnest(${sql.param([...customers])}::text[]) as c (id)
      join events e on e.workspace_id = ${claim.workspaceId} and e.customer_id = c.id
      join json_to_recordset(${JSON.stringify(names)}::json) as n (name text, since timestamptz)
        on n.name = e.name and (n.since is null or e.occurred_at > n.since)
      left join json_to_recordset(${JSON.stringify(claim.lanes)}::json) as l (lane smallint, cursor bigint)
        on l.lane = e.lane
      where e.type <> 'signal' and coalesce(e.seq <= l.cursor, true)
      order by e.seq`,
  );
  const past = new Map<Id<'cus'>, PastEvent[]>();
  for (const { customerId, at, receivedAt, ...event } of found) {
    const own = past.get(customerId) ?? [];
    past.set(customerId, own);
    own.push({ ...event, at: at.getTime(), receivedAt: receivedAt.getTime() });
  }
  return past;
}

type SegmentsOf = (readonly [Id<'cus'>, ReadonlySet<string>])[];

interface MemberRow {
  customerId: Id<'cus'>;
  segments: string[];
}

const setsOf = (found: readonly MemberRow[]): SegmentsOf =>
  found.map(({ customerId, segments }) => [customerId, new Set(segments)]);

/** Membership is as of the lanes' cursors: the engine keeps it, except where members are named one by one. */
async function loadSegments(
  tx: Tx,
  claim: Claim,
  { customers, segments }: PersonalNeeds,
  index: RuleIndex,
): Promise<SegmentsOf> {
  if (segments.length === 0 || customers.length === 0) return [];
  if (segments.some((id) => !index.segments.byId.has(id))) return loadNamed(tx, claim, customers);
  const found = await rows<MemberRow>(
    tx,
    sql`
      select c.id as "customerId", m.segments
      from unnest(${sql.param([...customers])}::text[]) as c (id)
      cross join lateral (
        select array_agg(segment_id) as segments from segment_members m
        where m.workspace_id = ${claim.workspaceId} and m.customer_id = c.id
          and m.segment_id = any (${sql.param([...segments])}::text[])) m
      where m.segments is not null`,
  );
  return setsOf(found);
}

/** Who was named or struck out since is told by a signal that is still to be worked. */
async function loadNamed(
  tx: Tx,
  { workspaceId, lanes }: Claim,
  customers: readonly Id<'cus'>[],
): Promise<SegmentsOf> {
  const found = await rows<MemberRow>(
    tx,
    sql`
      with asked as (select id from unnest(${sql.param([...customers])}::text[]) as c (id)),
      pending as (
        select distinct on (e.customer_id, e.properties ->> 'segment_id')
          e.customer_id, e.properties ->> 'segment_id' as segment_id, e.name = 'segment-left' as was_in
        from json_to_recordset(${JSON.stringify(lanes)}::json) as l (lane smallint, cursor bigint)
        join events e on e.workspace_id = ${workspaceId} and e.lane = l.lane and e.seq > l.cursor
        join asked on asked.id = e.customer_id
        where e.type = 'signal' and e.name in ('segment-entered', 'segment-left')
        order by e.customer_id, e.properties ->> 'segment_id', e.seq),
      member as (
        select m.customer_id, m.segment_id from asked
        join segment_members m on m.workspace_id = ${workspaceId} and m.customer_id = asked.id
        where not exists (
          select from pending p where p.customer_id = m.customer_id and p.segment_id = m.segment_id)
        union all
        select customer_id, segment_id from pending where was_in)
      select customer_id as "customerId", array_agg(segment_id) as segments from member group by customer_id`,
  );
  return setsOf(found);
}

async function loadProducts(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  skus: readonly string[],
): Promise<BatchFacts['products']> {
  if (skus.length === 0) return new Map();
  const found = await rows<Product & { sku: string }>(
    tx,
    sql`
      select p.sku, p.stock, p.price from unnest(${sql.param([...skus])}::text[]) as s (sku)
      join products p on p.workspace_id = ${workspaceId} and p.sku = s.sku`,
  );
  return new Map(found.map(({ sku, stock, price }) => [sku, { stock, price }]));
}

/** Appointments of the claimed lanes that are due by then, oldest first. A paused journey's wait with it. */
export async function loadDueAppointments(
  tx: Tx,
  { workspaceId, lanes }: Claim,
  until: Date,
  limit: number,
): Promise<CustomerAppointment[]> {
  const found = await rows<Omit<CustomerAppointment, 'dueAt'> & { dueAt: Date }>(
    tx,
    sql`
      select a.customer_id as "customerId", a.journey_id as "journeyId", a.node_id as "nodeId", a.due_at as "dueAt",
        a.occasion
      from unnest(${sql.param(lanes.map(({ lane }) => lane))}::smallint[]) as l (lane)
      join appointments a on a.workspace_id = ${workspaceId} and a.lane = l.lane and a.due_at <= ${until}
      join journeys j on j.workspace_id = a.workspace_id and j.id = a.journey_id and j.state = 'live'
      order by a.due_at limit ${limit}`,
  );
  return found.map((row) => ({ ...row, dueAt: row.dueAt.getTime() }));
}
