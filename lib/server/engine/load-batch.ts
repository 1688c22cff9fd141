// Reads what one batch needs, in a constant number of statements however many events and customers it has. `offset 0`
// makes the database look up each key it is given, where it would rather read whole tables and join.
import { sql } from 'drizzle-orm';
import type { EarlierEntry } from '@/lib/core/engine/batch';
import type { CustomerEvent } from '@/lib/core/engine/customer-event';
import type { Trigger } from '@/lib/core/engine/enrollment';
import type { Needs } from '@/lib/core/engine/needs';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { arrayLiteral } from '../db/array-literal';
import { rows, type Tx } from '../db/transaction';
import type { Claim } from './claim-lanes';

export interface EventRow {
  seq: number;
  lane: number;
  customerId: Id<'cus'>;
  messageId: string;
  type: CustomerEvent['type'];
  name: string;
  properties: JsonObject;
  traits: JsonObject;
  occurredAt: Date;
  receivedAt: Date;
}

/** The next events of each claimed lane, in order of acceptance. */
export function loadEvents(tx: Tx, claim: Claim, perLane: number): Promise<EventRow[]> {
  return rows<EventRow>(
    tx,
    sql`
      select e.seq, e.lane, e.customer_id as "customerId", e.message_id as "messageId", e.type, e.name,
        e.properties, e.traits, e.occurred_at as "occurredAt", e.received_at as "receivedAt"
      from json_to_recordset(${JSON.stringify(claim.lanes)}::json) as l (lane smallint, cursor bigint)
      cross join lateral (
        select * from events e
        where e.workspace_id = ${claim.workspaceId} and e.lane = l.lane and e.seq > l.cursor
        order by e.seq limit ${perLane}
      ) e
      order by e.seq`,
  );
}

export interface EnrollmentRow {
  id: Id<'enr'>;
  journeyId: Id<'jrn'>;
  version: number;
  customerId: Id<'cus'>;
  key: string;
  status: 'waiting';
  nodeId: Id<'nod'>;
  visits: number;
  trigger: Trigger;
  saved: JsonObject;
  enteredAt: Date;
  arrivedAt: Date;
  convertedAt: Date | null;
  wakeAt: Date | null;
}

const enrollmentColumns = sql`
  n.id, n.journey_id as "journeyId", n.version, n.customer_id as "customerId", n.key, n.status,
  n.node_id as "nodeId", n.visits, n.trigger, n.saved, n.entered_at as "enteredAt", n.arrived_at as "arrivedAt",
  n.converted_at as "convertedAt"`;

/**
 * Everybody of these customers who is inside a journey. While one is paused its time stands still: its timers are hidden,
 * so only what customers do moves them.
 */
export function loadOpenEnrollments(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  customerIds: readonly string[],
): Promise<EnrollmentRow[]> {
  if (customerIds.length === 0) return Promise.resolve([]);
  return rows<EnrollmentRow>(
    tx,
    sql`
      select ${enrollmentColumns}, case when j.state = 'live' then n.wake_at end as "wakeAt"
      from unnest(${arrayLiteral(customerIds)}::text[]) as c (id)
      cross join lateral (
        select * from enrollments n
        where n.workspace_id = ${workspaceId} and n.customer_id = c.id and n.status = 'waiting' offset 0) n
      join journeys j on j.workspace_id = n.workspace_id and j.id = n.journey_id`,
  );
}

/**
 * Enrollments of the claimed lanes whose timer is due by then, oldest first. Each lane gives its part: what is read beyond
 * the limit would be read again by the next batch.
 */
export function loadDueEnrollments(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  lanes: Claim['lanes'],
  until: Date,
  limit: number,
): Promise<EnrollmentRow[]> {
  return rows<EnrollmentRow>(
    tx,
    sql`
      select ${enrollmentColumns}, n.wake_at as "wakeAt"
      from unnest(${sql.param(lanes.map(({ lane }) => lane))}::smallint[]) as l (lane)
      cross join lateral (
        select * from enrollments n
        where n.workspace_id = ${workspaceId} and n.lane = l.lane and n.status = 'waiting' and n.wake_at <= ${until}
          and n.journey_id = any (array(
            select id from journeys where workspace_id = ${workspaceId} and state = 'live'))
        order by n.wake_at limit ${Math.ceil(limit / lanes.length)}) n
      order by n.wake_at`,
  );
}

export interface CustomerRow {
  id: Id<'cus'>;
  attributes: JsonObject;
}

export function loadCustomers(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  customerIds: readonly string[],
): Promise<CustomerRow[]> {
  if (customerIds.length === 0) return Promise.resolve([]);
  return rows<CustomerRow>(
    tx,
    sql`
      select c.id, c.attributes from unnest(${arrayLiteral(customerIds)}::text[]) as w (id)
      cross join lateral (
        select * from customers c where c.workspace_id = ${workspaceId} and c.id = w.id offset 0) c`,
  );
}

/**
 * When these customers last entered these journeys, for journeys that do not take everybody again: looked up journey by
 * journey, so that it does not matter through how many others a customer has gone.
 * @param hasDates whether any trigger goes by a date, so that it matters which occasions they entered by
 */
export function loadEnteredBefore(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  entered: Needs['entered'],
  hasDates: boolean,
): Promise<(Omit<EarlierEntry, 'at'> & { at: Date })[]> {
  if (entered.length === 0) return Promise.resolve([]);
  const byAppointment = hasDates
    ? sql`coalesce(array_agg(n.id) filter (where n.trigger->>'event' = 'appointment'), '{}')`
    : sql`array[]::text[]`;
  return rows(
    tx,
    sql`
      select n.customer_id as "customerId", n.journey_id as "journeyId", max(n.entered_at) as at,
        ${byAppointment} as "byAppointment"
      from json_to_recordset(${JSON.stringify(entered)}::json) as g (customers text[], journeys text[])
      cross join lateral unnest(g.customers) as c (id)
      cross join lateral (
        select * from enrollments n
        where n.workspace_id = ${workspaceId} and n.customer_id = c.id and n.journey_id = any (g.journeys) offset 0) n
      group by n.customer_id, n.journey_id`,
  );
}
