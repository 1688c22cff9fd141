// Takes queued sends that are due under a lease. Nothing is decided yet: a row whose lease runs out here is simply taken again.
import { type SQL, sql } from 'drizzle-orm';
import type { SendType } from '@/lib/core/engine/enrollment';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { now } from '../clock';
import { asSystem, rows, type Tx } from '../db/transaction';
import { isOneOf } from './is-one-of';

export const LEASE_MS = 30_000;

/** Marks a row that was told once that its journey is paused; it waits without being taken again. */
export const PAUSED = 'refused-journey-paused';

/** One row of the outbox in hand, with what earlier attempts left behind. */
export interface Claimed {
  readonly workspaceId: Id<'wsp'>;
  readonly id: Id<'obx'>;
  /** Only the holder of the newest fence may change the row. */
  readonly fence: number;
  readonly key: string;
  readonly type: SendType;
  readonly customerId: Id<'cus'>;
  readonly journeyId: Id<'jrn'>;
  readonly version: number;
  readonly priority: number;
  readonly enrollmentId: Id<'enr'>;
  readonly nodeId: Id<'nod'>;
  readonly payload: JsonObject;
  /** How many attempts were started before. */
  readonly attempts: number;
  readonly lastError: string | null;
  readonly messageId: Id<'msg'> | null;
  readonly address: string | null;
  readonly content: JsonObject | null;
  readonly firstTriedAt: Date | null;
}

/** How many more sends of a type may be taken up. */
export interface Room {
  readonly type: SendType;
  readonly places: number;
}

let turn = 0;

/**
 * Workspaces where something is due, each time another one first, so that none has to wait behind the others. The first
 * question takes one row instead of asking whether there is any, for which the planner may list the whole backlog.
 */
export async function findDueWorkspaces(): Promise<Id<'wsp'>[]> {
  const at = now();
  const found = await asSystem((tx) =>
    rows<{ workspaceId: Id<'wsp'> }>(
      tx,
      sql`
        select w.workspace_id as "workspaceId" from workspaces w
        where (
            select true from outbox o
            where o.workspace_id = w.workspace_id and o.type in ('send-email', 'send-sms', 'call-webhook') and ${isDue(at)}
            limit 1)
          or exists (
            select from outbox o where o.workspace_id = w.workspace_id and o.status = 'started' and o.lease_until <= ${at})
        order by w.workspace_id`,
    ),
  );
  const ids = found.map(({ workspaceId }) => workspaceId);
  turn = (turn + 1) % Math.max(1, ids.length);
  return [...ids.slice(turn), ...ids.slice(0, turn)];
}

/**
 * Queued, and in nobody's hands. Sends of a paused journey wait; the journey is only looked up for those that were told so:
 * as a join it made the planner read the whole backlog.
 */
function isDue(at: Date) {
  return sql`
    o.status = 'queued' and o.due_at <= ${at} and (o.lease_until is null or o.lease_until <= ${at})
    and (o.last_error is distinct from ${PAUSED}
      or (select j.state from journeys j where j.workspace_id = o.workspace_id and j.id = o.journey_id) <> 'paused')`;
}

/**
 * Takes as many of each type as there is room for: of a higher priority first, then what has been due longest. The
 * priorities that occur are found by hopping along the index, so that a backlog of one never has to be read for another.
 * @param inHand rows this process still works on: a clock that jumped must not take them away from itself
 */
export function claimQueued(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  rooms: readonly Room[],
  inHand: readonly string[],
): Promise<Claimed[]> {
  const at = now();
  // Cuts nothing off, and tells the planner that few rows come, so that it looks them up one by one.
  const total = rooms.reduce((sum, { places }) => sum + places, 0);
  const highest = (below: SQL) => sql`
    (select o.priority from outbox o
     where o.workspace_id = ${workspaceId} and o.type = r.type and o.status = 'queued' and ${below}
     order by o.priority desc nulls last limit 1)`;
  return rows<Claimed>(
    tx,
    sql`
      with recursive turn as (
        select r.type, r.places, ${highest(sql`true`)} as priority
        from unnest(${sql.param(rooms.map(({ type }) => type))}::text[],
          ${sql.param(rooms.map(({ places }) => places))}::int[]) as r (type, places)
        union all
        select r.type, r.places, ${highest(sql`o.priority < r.priority`)} from turn r where r.priority is not null),
      candidate as materialized (
        select o.*, row_number() over (partition by o.type order by o.priority desc, o.due_at, o.id) as place, turn.places
        from turn cross join lateral (
          select o.id, o.type, o.priority, o.due_at from outbox o
          where o.workspace_id = ${workspaceId} and o.type = turn.type and o.priority = turn.priority
            and ${isDue(at)} and o.id <> all (${sql.param([...inHand])}::text[])
          order by o.due_at, o.id limit turn.places for update of o skip locked) o),
      chosen as materialized (select id from candidate where place <= places limit ${total}),
      claimed as (
        update outbox o set fence = o.fence + 1, lease_until = ${leaseFrom(at)}
        from chosen c where o.workspace_id = ${workspaceId} and o.id = c.id
        returning o.*)
      select ${inHandColumns()} from claimed o
      ${withMessage()}`,
  );
}

interface Lost {
  readonly isAny: boolean;
  /** Whether a webhook call may be among them: somebody may wait for its answer. */
  readonly isCall: boolean;
}

/** What may have been lost. Takes no lock. */
export async function whatIsLost(tx: Tx, workspaceId: Id<'wsp'>): Promise<Lost> {
  const [found] = await rows<Lost>(
    tx,
    sql`
      select count(*) > 0 as "isAny", coalesce(bool_or(o.type = 'call-webhook'), false) as "isCall" from outbox o
      where o.workspace_id = ${workspaceId} and o.status = 'started' and o.lease_until <= ${now()}`,
  );
  return found ?? { isAny: false, isCall: false };
}

/** Started sends whose lease ran out: whoever had them is gone, and nobody knows how they ended. */
export function claimLost(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  limit: number,
  inHand: readonly string[],
): Promise<Claimed[]> {
  const at = now();
  return rows<Claimed>(
    tx,
    sql`
      with lost as (
        select o.id from outbox o
        where o.workspace_id = ${workspaceId} and o.status = 'started' and o.lease_until <= ${at}
          and o.id <> all (${sql.param([...inHand])}::text[])
        order by o.lease_until limit ${limit} for update skip locked),
      claimed as (
        update outbox o set fence = o.fence + 1
        from lost where o.workspace_id = ${workspaceId} and o.id = lost.id
        returning o.*)
      select ${inHandColumns()} from claimed o
      ${withMessage()}`,
  );
}

/** Looked up one by one: a plan made for few messages would read all that there are by now. */
function withMessage() {
  return sql`
    left join lateral (
      select * from messages m where m.workspace_id = o.workspace_id and m.outbox_id = o.id offset 0) m on true`;
}

function inHandColumns() {
  return sql`
    o.workspace_id as "workspaceId", o.id, o.fence, o.key, o.type, o.customer_id as "customerId",
    o.journey_id as "journeyId", o.version, o.priority, o.enrollment_id as "enrollmentId", o.node_id as "nodeId", o.payload,
    o.attempts, o.last_error as "lastError", m.id as "messageId", m.address, m.content,
    (select max(d.started_at) from deliveries d
     where d.workspace_id = o.workspace_id and d.message_id = m.id and d.attempt = 1) as "firstTriedAt"`;
}

export function leaseFrom(at: Date): Date {
  return new Date(at.getTime() + LEASE_MS);
}

/** Keeps the leases of rows whose provider takes its time. Locks in order of id, as everybody does who locks several. */
export async function renewLeases(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  held: readonly { readonly id: string; readonly fence: number }[],
): Promise<void> {
  await tx.execute(sql`
    with held as materialized (
      select o.id from json_to_recordset(${JSON.stringify(held)}::json) as x (id text, fence int)
      join outbox o on o.id = x.id and o.fence = x.fence
      where o.workspace_id = ${workspaceId} and ${isOneOf(held.map(({ id }) => id))} and o.status in ('queued', 'started')
      order by o.id for update of o)
    update outbox o set lease_until = ${leaseFrom(now())}
    from held where o.workspace_id = ${workspaceId} and o.id = held.id`);
}
