// What the waits came to, read from the tables, beside what had to come of them.
import { sql } from 'drizzle-orm';
import { rows, type Tx } from '../db/transaction';
import type { ExpectedFires, Fire } from './expected-fires';

const DAY = 86_400_000;
/** Sentences of one kind that are told; a defect would say the same a thousand times. */
const TOLD = 5;

interface Found {
  readonly id: string;
  readonly code: string;
  readonly at: Date;
}

export async function clockViolations(tx: Tx, expected: ExpectedFires): Promise<string[]> {
  const found = new Map<string, Found[]>();
  for (const one of [...(await storedFires(tx)), ...(await storedEntries(tx))]) {
    found.set(one.id, [...(found.get(one.id) ?? []), one]);
  }
  const unexpected = [...found.keys()].filter((id) => !expected.fired.has(id));
  return [
    ...few([...expected.fired].flatMap(([id, fire]) => fireViolations(id, fire, found.get(id) ?? []))),
    ...few(unexpected.map((id) => `I6 over although it should wait: ${id}`)),
    ...few(waitViolations(expected, await storedWaits(tx))),
    ...few(lateViolations(expected, await storedExpired(tx))),
  ];
}

function few(sentences: readonly string[]): string[] {
  const more = sentences.length - TOLD;
  return [...sentences.slice(0, TOLD), ...(more > 0 ? [`… and ${more} more like that`] : [])];
}

const told = (at: number) => new Date(at).toISOString();

function fireViolations(id: string, wanted: Fire, found: readonly Found[]): string[] {
  const [first, ...more] = found;
  if (first === undefined) return [`I6 missing: ${id}, ${wanted.code} due ${told(wanted.due)}`];
  const at = first.at.getTime();
  return [
    ...(at < wanted.due && first.code !== 'event-happened'
      ? [`I6 early: ${id} at ${told(at)}, due ${told(wanted.due)}`]
      : []),
    ...(more.length > 0 ? [`I6 ${found.length} times: ${id}`] : []),
    ...(at !== wanted.at || first.code !== wanted.code
      ? [`I6 ${id}: ${first.code} at ${told(at)} where ${wanted.code} at ${told(wanted.at)} was expected`]
      : []),
  ];
}

function waitViolations({ open }: ExpectedFires, waiting: ReadonlyMap<string, number>): string[] {
  const passages = [...open.values()].filter(({ code }) => code !== 'entered');
  const lost = passages.filter(({ id }) => !waiting.has(id));
  const other = [...waiting].filter(([id, due]) => open.get(id)?.due !== due);
  return [
    ...lost.map(({ id }) => `I7 lost: ${id}`),
    ...other.map(([id, due]) => `I6 ${id} waits until ${told(due)}, not ${told(open.get(id)?.due ?? 0)}`),
  ];
}

/** A message that should have gone more than a day ago goes by the expired way. */
function lateViolations({ fired }: ExpectedFires, expired: ReadonlySet<string>): string[] {
  const late = new Set(lateOf(fired));
  return [
    ...[...late].filter((id) => !expired.has(id)).map((id) => `P7 sent although late: ${id}`),
    ...[...expired].filter((id) => !late.has(id)).map((id) => `P7 expired although in time: ${id}`),
  ];
}

export function lateOf(fired: ExpectedFires['fired']): string[] {
  const isLate = ({ code, at, due }: Fire) =>
    (code === 'delay-over' || code === 'wait-timed-out') && at - due > DAY;
  return [...fired].filter(([, fire]) => isLate(fire)).map(([id]) => id);
}

const ofPassage = sql`join enrollments n on n.workspace_id = d.workspace_id and n.id = d.enrollment_id`;

function storedFires(tx: Tx): Promise<Found[]> {
  return rows(
    tx,
    sql`
      select n.trigger ->> 'messageId' as id, d.code, d.at from decisions d ${ofPassage}
      where d.code in ('delay-over', 'wait-timed-out', 'event-happened', 'delay-date-past', 'delay-date-unusable')`,
  );
}

async function storedExpired(tx: Tx): Promise<Set<string>> {
  const found = await rows<{ id: string }>(
    tx,
    sql`select n.trigger ->> 'messageId' as id from decisions d ${ofPassage} where d.code = 'send-expired'`,
  );
  return new Set(found.map(({ id }) => id));
}

/** Who came in by a date: customer, entry and occasion. */
function storedEntries(tx: Tx): Promise<Found[]> {
  return rows(
    tx,
    sql`
      select i.value || '/' || j.name || '/' || (n.trigger -> 'properties' ->> 'occasion') as id, 'entered' as code,
        n.entered_at as at
      from enrollments n
      join journeys j on j.workspace_id = n.workspace_id and j.id = n.journey_id
      join identifiers i on i.workspace_id = n.workspace_id and i.customer_id = n.customer_id and i.kind = 'user-id'
      where n.trigger ->> 'event' = 'appointment'`,
  );
}

/** Until when passages and appointments wait. */
async function storedWaits(tx: Tx): Promise<Map<string, number>> {
  const found = await rows<{ id: string; due: Date }>(
    tx,
    sql`
      select n.trigger ->> 'messageId' as id, n.wake_at as due from enrollments n where n.status = 'waiting'
      union all
      select i.value || '/' || j.name || '/' || a.occasion, a.due_at from appointments a
      join journeys j on j.workspace_id = a.workspace_id and j.id = a.journey_id
      join identifiers i on i.workspace_id = a.workspace_id and i.customer_id = a.customer_id and i.kind = 'user-id'`,
  );
  return new Map(found.map(({ id, due }) => [id, due.getTime()]));
}

/** Decisions that warn of a zone nobody knows. */
export async function storedWarnings(tx: Tx): Promise<number> {
  const [found] = await rows<{ count: number }>(
    tx,
    sql`select count(*)::int as count from decisions where inputs ? 'unknownZone'`,
  );
  return found?.count ?? 0;
}
