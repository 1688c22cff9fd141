// I15: what the killed and restarted server came to is what the naive model comes to from the same stored events.
import { sql } from 'drizzle-orm';
import type { CustomerEvent } from '@/lib/core/engine/customer-event';
import type { Id } from '@/lib/core/id';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { JsonObject } from '@/lib/core/json';
import { NaiveModel } from '@/lib/core/testing/naive-model';
import { now } from '../clock';
import { rows, type Tx } from '../db/transaction';
import { liveSegments } from './member-check';

const YEAR_MS = 365 * 24 * 3_600_000;

export async function modelViolations(tx: Tx): Promise<string[]> {
  const model = new NaiveModel();
  model.definitions = await liveSegments(tx);
  model.publish(await drawings(tx));
  for (const event of await storedEvents(tx)) model.event(event);
  // Every timer of the run has fired by now; a year more would show one that the server forgot.
  model.tick(now().getTime());
  model.tick(now().getTime() + YEAR_MS);
  return [
    ...differences('enrollment', modelled(model), await enrolled(tx)),
    ...differences('attributes', described(model), await attributes(tx)),
  ];
}

async function drawings(tx: Tx) {
  const stored = await rows<{ journeyId: Id<'jrn'>; version: number; document: unknown }>(
    tx,
    sql`select journey_id as "journeyId", version, document from journey_versions order by journey_id`,
  );
  return stored.map((row) => ({ ...row, document: JourneyDocument.parse(row.document), isEnrolling: true }));
}

export async function storedEvents(tx: Tx): Promise<CustomerEvent[]> {
  const stored = await rows<CustomerEvent & { occurredAt: Date; receivedAt: Date }>(
    tx,
    sql`
      select seq, customer_id as "customerId", message_id as "messageId", type, name, properties, traits,
        occurred_at as "occurredAt", received_at as "receivedAt"
      from events where lane >= 0 and seq not in (select seq from parked_events) order by seq`,
  );
  return stored.map((row) => ({
    ...row,
    occurredAt: row.occurredAt.getTime(),
    receivedAt: row.receivedAt.getTime(),
  }));
}

/** Each passage as one line: who, where, how it ended, and every decision on the way. */
function modelled(model: NaiveModel): Map<string, string> {
  const codes = new Map<string, string[]>();
  for (const { enrollmentId, code } of model.decisions) {
    if (enrollmentId) codes.set(enrollmentId, [...(codes.get(enrollmentId) ?? []), code]);
  }
  const lines = [...model.enrollments.values()].map(
    ({ id, status, endReason }) => [id, `${status} ${endReason} ${codes.get(id)?.join(' ')}`] as const,
  );
  return new Map(lines);
}

async function enrolled(tx: Tx): Promise<Map<string, string>> {
  const stored = await rows<{ id: string; line: string }>(
    tx,
    sql`
      select n.id, n.status || ' ' || coalesce(n.end_reason, 'null') || ' ' ||
        string_agg(d.code, ' ' order by d.seq) as line
      from enrollments n
      join decisions d on d.workspace_id = n.workspace_id and d.enrollment_id = n.id
      where d.code not like 'refused-%' and d.code <> 'send-started'
      group by n.id, n.status, n.end_reason`,
  );
  return new Map(stored.map((row) => [row.id, row.line]));
}

function described(model: NaiveModel): Map<string, string> {
  return new Map([...model.attributes].map(([id, held]) => [id, canonical(held)]));
}

async function attributes(tx: Tx): Promise<Map<string, string>> {
  const stored = await rows<{ id: string; attributes: JsonObject }>(
    tx,
    sql`select id, attributes from customers where attributes <> '{}'`,
  );
  return new Map(stored.map((row) => [row.id, canonical(row.attributes)]));
}

function canonical(held: JsonObject): string {
  return JSON.stringify(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function differences(what: string, wanted: Map<string, string>, found: Map<string, string>): string[] {
  const ids = new Set([...wanted.keys(), ...found.keys()]);
  return [...ids]
    .filter((id) => wanted.get(id) !== found.get(id))
    .map((id) => `I15 ${what} ${id}: the model says “${wanted.get(id)}”, the server “${found.get(id)}”`);
}
