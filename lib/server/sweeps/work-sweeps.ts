// A chore of the engine: walks over the customers in portions and makes their appointments. Each portion is one
// transaction that moves the walk's cursor with what it wrote, so that a crash repeats nothing and leaves nobody out.
import { sql } from 'drizzle-orm';
import { appointmentOrigin } from '@/lib/core/engine/appointment-origin';
import { momentsOf } from '@/lib/core/engine/moments';
import { enrollmentIdOf } from '@/lib/core/engine/new-enrollment';
import { parseProgram } from '@/lib/core/engine/parse-program';
import type { NodeId, Step } from '@/lib/core/engine/program';
import {
  isSweepVain,
  type Sweep,
  type SweepMoment,
  sweepsAfter,
  sweptAppointment,
  sweptUnusable,
} from '@/lib/core/engine/sweep';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import type { Appointment } from '@/lib/core/nodes/define-node';
import { now } from '../clock';
import { asSystem, enterWorkspace, rows, type Tx } from '../db/transaction';
import { writeMoments } from '../engine/write-moments';
import { fault } from '../fault';
import { writeSweeps } from './arrange-sweeps';

/** Customers of one portion: few enough that events hardly wait behind it. */
const PORTION = 1_000;

interface Claimed extends Omit<Sweep, 'startsAt'> {
  readonly id: Id<'swp'>;
  readonly workspaceId: Id<'wsp'>;
  readonly journeyId: Id<'jrn'>;
  readonly version: number;
  readonly nodeId: NodeId;
  readonly startsAt: Date;
  readonly cursor: string;
  readonly timeZone: string;
}

interface Walk extends Omit<Claimed, 'startsAt' | 'timeZone'>, SweepMoment {
  readonly startsAt: number;
  readonly step: Step;
}

interface Person {
  readonly id: Id<'cus'>;
  readonly lane: number;
  readonly attributes: JsonObject;
}

/** One portion of the walk that has waited longest. False when none is to be done. */
export function workSweeps(): Promise<boolean> {
  return fault('sweep.commit', () => asSystem(workPortion));
}

async function workPortion(tx: Tx): Promise<boolean> {
  const claimed = await fault('sweep.claim', () => claim(tx));
  if (!claimed) return false;
  await enterWorkspace(tx, claimed.workspaceId);
  const walk = await walkOf(tx, claimed);
  if (walk === null || isSweepVain(walk.step, walk, walk)) {
    await end(tx, claimed, walk);
    return true;
  }
  const people = await fault('sweep.customers', () => loadPeople(tx, walk));
  await fault('sweep.appointments', () => makeAppointments(tx, walk, people));
  await fault('sweep.decisions', () => noteUnusable(tx, walk, people));
  const last = people.at(-1);
  if (last === undefined || people.length < PORTION) await end(tx, claimed, walk);
  else await fault('sweep.cursor', () => moveCursor(tx, claimed, last.id));
  return true;
}

/** While a journey is paused its walks stand still. */
async function claim(tx: Tx): Promise<Claimed | undefined> {
  const [claimed] = await rows<Claimed>(
    tx,
    sql`
      select s.id, s.workspace_id as "workspaceId", s.journey_id as "journeyId", s.version, s.node_id as "nodeId",
        s.occasion, s.starts_at as "startsAt", s.cursor, w.time_zone as "timeZone"
      from sweeps s
      join journeys j on j.workspace_id = s.workspace_id and j.id = s.journey_id
        and j.state = 'live' and j.live_version = s.version
      join workspaces w on w.workspace_id = s.workspace_id
      where s.ended_at is null and s.starts_at <= ${now()}
      order by s.starts_at, s.id limit 1
      for update of s skip locked`,
  );
  return claimed;
}

/** Null where the version cannot be read or has no such trigger. */
async function walkOf(tx: Tx, claimed: Claimed): Promise<Walk | null> {
  const { workspaceId, journeyId, version, nodeId } = claimed;
  const [found] = await rows<{ program: unknown; liveSince: Date | null }>(
    tx,
    sql`
      select v.program, (
        select max(s.at) from (
          select at, state, lag(state) over (order by revision) as before from journey_spans
          where workspace_id = ${workspaceId} and journey_id = ${journeyId}
        ) s where s.state = 'live' and s.before is distinct from 'live'
      ) as "liveSince"
      from journey_versions v
      where v.workspace_id = ${workspaceId} and v.journey_id = ${journeyId} and v.version = ${version}`,
  );
  const step = parseProgram(found?.program)?.steps[nodeId];
  if (step === undefined) return null;
  return {
    ...claimed,
    step,
    startsAt: claimed.startsAt.getTime(),
    liveSince: found?.liveSince?.getTime() ?? 0,
  };
}

function loadPeople(tx: Tx, { workspaceId, cursor }: Walk): Promise<Person[]> {
  return rows<Person>(
    tx,
    sql`
      select id, lane, attributes from customers
      where workspace_id = ${workspaceId} and id > ${cursor} and merged_into is null
      order by id limit ${PORTION}`,
  );
}

interface Meeting extends Appointment {
  readonly person: Person;
  readonly enrollmentId: Id<'enr'>;
}

function meetingsWith(walk: Walk, person: Person, after?: number): Meeting[] {
  const found = sweptAppointment(walk.step, walk, person.attributes, walk, after);
  if (found === null) return [];
  const origin = appointmentOrigin({ ...walk, customerId: person.id, occasion: found.occasion });
  return [{ ...found, person, enrollmentId: enrollmentIdOf(walk, origin) }];
}

/** Nobody is met again by an occasion that has let them in: they are met by the one behind it. */
async function meetings(tx: Tx, walk: Walk, people: readonly Person[]): Promise<Meeting[]> {
  const found: Meeting[] = [];
  let open = people.flatMap((person) => meetingsWith(walk, person));
  while (open.length > 0) {
    const been = await passagesAmong(tx, walk, open);
    found.push(...open.filter(({ enrollmentId }) => !been.has(enrollmentId)));
    const again = open.filter(({ enrollmentId }) => been.has(enrollmentId));
    open = again.flatMap(({ person, dueAt }) => meetingsWith(walk, person, dueAt + 1));
  }
  return found;
}

async function passagesAmong(
  tx: Tx,
  { workspaceId }: Walk,
  open: readonly Meeting[],
): Promise<ReadonlySet<Id<'enr'>>> {
  const ids = open.map(({ enrollmentId }) => enrollmentId);
  const found = await rows<{ id: Id<'enr'> }>(
    tx,
    sql`
      select n.id from unnest(${sql.param(ids)}::text[]) as x (id)
      join enrollments n on n.workspace_id = ${workspaceId} and n.id = x.id`,
  );
  return new Set(found.map(({ id }) => id));
}

/** Whoever has an appointment keeps it: the engine made it by what it knows, or an earlier occasion is still to come. */
async function makeAppointments(tx: Tx, walk: Walk, people: readonly Person[]): Promise<void> {
  const { workspaceId, journeyId, nodeId } = walk;
  const made = (await meetings(tx, walk, people)).map(({ person: { id, lane }, dueAt, occasion }) => {
    return { id, lane, occasion, dueAt: new Date(dueAt).toISOString() };
  });
  if (made.length === 0) return;
  await tx.execute(sql`
    insert into appointments (workspace_id, journey_id, node_id, customer_id, lane, due_at, occasion)
    select ${workspaceId}, ${journeyId}, ${nodeId}, x.id, x.lane, x."dueAt", x.occasion
    from json_to_recordset(${JSON.stringify(made)}::json) as x (
      id text, lane smallint, "dueAt" timestamptz, occasion text)
    on conflict (workspace_id, customer_id, journey_id, node_id) do nothing`);
}

async function noteUnusable(tx: Tx, walk: Walk, people: readonly Person[]): Promise<void> {
  const { journeyId, version, nodeId } = walk;
  const whose = { journeyId, version, nodeId, enrollmentId: null, code: 'trigger-date-unusable' } as const;
  const decisions = people.flatMap(({ id: customerId, attributes }) => {
    const inputs = sweptUnusable(walk.step, attributes, walk.timeZone);
    return inputs === null ? [] : [{ ...whose, customerId, at: now().getTime(), inputs }];
  });
  await writeMoments(tx, walk.workspaceId, momentsOf(decisions));
}

async function moveCursor(tx: Tx, { workspaceId, id }: Claimed, cursor: string): Promise<void> {
  await tx.execute(
    sql`update sweeps set cursor = ${cursor} where workspace_id = ${workspaceId} and id = ${id}`,
  );
}

async function end(tx: Tx, { workspaceId, id }: Claimed, walk: Walk | null): Promise<void> {
  const at = now();
  await tx.execute(
    sql`update sweeps set ended_at = ${at} where workspace_id = ${workspaceId} and id = ${id}`,
  );
  if (walk === null) return;
  const next = sweepsAfter(walk.step, walk, walk, at.getTime());
  await writeSweeps(
    tx,
    walk,
    next.map((sweep) => ({ ...sweep, nodeId: walk.nodeId })),
  );
}
