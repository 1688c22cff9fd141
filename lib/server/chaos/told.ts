// Everything a run came to, customer by customer and as text, whoever tells it: the naive model, the engine in memory,
// the tables. Order counts within a customer, and nowhere else.
import { sql } from 'drizzle-orm';
import type { BatchCommand, BatchDecision } from '@/lib/core/engine/batch';
import type { Enrollment } from '@/lib/core/engine/enrollment';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { rows, type Tx } from '../db/transaction';

export interface Ended {
  readonly attributes: ReadonlyMap<Id<'cus'>, JsonObject>;
  readonly enrollments: ReadonlyMap<Id<'enr'>, Enrollment>;
  readonly decisions: readonly BatchDecision[];
  readonly commands: readonly BatchCommand[];
}

/** One line for each thing that there is, in a comparable order. */
function toldOf({ attributes, enrollments, decisions, commands }: Ended): string[] {
  const told = [...attributes].filter(([, held]) => Object.keys(held).length > 0).map(([id]) => id);
  const people = new Set([...told, ...decisions.map(({ customerId }) => customerId)]);
  return [...people].sort().flatMap((id) => {
    const own = <Row extends { readonly customerId: string }>(all: Iterable<Row>) =>
      [...all].filter(({ customerId }) => customerId === id);
    return [
      `attributes ${id} ${canonical(attributes.get(id) ?? {})}`,
      ...own(enrollments.values())
        .map((passage) => `passage ${canonical(passage)}`)
        .sort(),
      // By which exit a node was left is told to those who ask in memory; the tables keep the reason.
      ...own(decisions).map(({ exit: _, ...decision }) => `decision ${canonical(decision)}`),
      ...own(commands)
        .map((command) => `command ${canonical(command)}`)
        .sort(),
    ];
  });
}

/** JSON with its keys in order, so that what says the same reads the same. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

export async function storedEnd(tx: Tx): Promise<Ended> {
  const people = await rows<{ id: Id<'cus'>; attributes: JsonObject }>(
    tx,
    sql`select id, attributes from customers`,
  );
  const passages = await rows<Enrollment>(
    tx,
    sql`
      select id, journey_id as "journeyId", version, customer_id as "customerId", key, status, node_id as "nodeId",
        visits, trigger, saved, entered_at as "enteredAt", arrived_at as "arrivedAt", wake_at as "wakeAt",
        converted_at as "convertedAt", ended_at as "endedAt", end_reason as "endReason"
      from enrollments`,
  );
  return {
    attributes: new Map(people.map(({ id, attributes }) => [id, attributes])),
    enrollments: new Map(passages.map(inMs).map((one) => [one.id, one])),
    decisions: (await storedDecisions(tx)).map(inMs),
    commands: (await storedCommands(tx)).map(inMs),
  };
}

/** The place in the customer's history, which the shell stamps on what wrote attributes, is no part of what was decided. */
function storedDecisions(tx: Tx): Promise<BatchDecision[]> {
  return rows(
    tx,
    sql`
      select customer_id as "customerId", journey_id as "journeyId", version, enrollment_id as "enrollmentId",
        node_id as "nodeId", code, inputs - 'place' as inputs, at
      from decisions order by seq`,
  );
}

function storedCommands(tx: Tx): Promise<BatchCommand[]> {
  return rows(
    tx,
    sql`
      select key, type, customer_id as "customerId", journey_id as "journeyId", version,
        enrollment_id as "enrollmentId", node_id as "nodeId", payload, due_at as at
      from outbox`,
  );
}

/** Instants as the core has them. */
function inMs<Row extends object>(row: Row): Row {
  const parts = Object.entries(row).map(([name, value]) => [
    name,
    value instanceof Date ? value.getTime() : value,
  ]);
  return Object.fromEntries(parts);
}

/** The first lines in which two ends differ. */
export function differencesBetween(wanted: Ended, found: Ended): string[] {
  const [model, real] = [toldOf(wanted), toldOf(found)];
  const at = Array.from({ length: Math.max(model.length, real.length) }, (_, index) => index);
  const [first] = at.filter((index) => model[index] !== real[index]);
  if (first === undefined) return [];
  return [`the model says “${model[first]}”, the engine “${real[first]}”`];
}
