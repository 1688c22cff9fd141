// A chore of the engine: keeps retention reports counted, a portion at a time. What is behind the cursor, who is marked as
// stale and how far everybody has been counted move in one transaction with the counts, so a crash leaves all as it was.
import { type SQL, sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { now } from '../../clock';
import { asSystem, enterWorkspace, rows, type Tx } from '../../db/transaction';
import { fault } from '../../fault';
import { awaitWriters } from './await-writers';
import { recountPeople } from './recount-people';
import { type Rollup, WHOLE } from './rollup';
import { takeEvents, takeStale } from './take-changes';

/** How much one transaction takes on. */
interface Portion {
  readonly events: number;
  readonly stale: number;
  readonly customers: number;
}

const PORTION: Portion = { events: 20_000, stale: 2_000, customers: 5_000 };

/** How long newcomers may wait before they are counted. */
const PAUSE_MS = 10_000;

interface Work {
  readonly workspaceId: Id<'wsp'>;
  readonly timeZone: string;
  readonly cursor: number;
  readonly at: Date;
  readonly portion: Portion;
}

/** One portion of one workspace. False where none is due, or others are at work on the rest. */
export async function workRollups(portion = PORTION): Promise<boolean> {
  return fault('rollups.commit', () => asSystem((tx) => workOne(tx, portion)));
}

async function workOne(tx: Tx, portion: Portion): Promise<boolean> {
  const at = now();
  const [claimed] = await fault('rollups.claim', () =>
    rows<Pick<Work, 'workspaceId' | 'timeZone' | 'cursor'>>(
      tx,
      sql`
        select p.workspace_id as "workspaceId", coalesce(p.cursor, 0)::float8 as cursor, w.time_zone as "timeZone"
        from retention_progress p join workspaces w on w.workspace_id = p.workspace_id
        where p.due_at <= ${at} order by p.due_at limit 1 for update of p skip locked`,
    ),
  );
  if (!claimed) return false;
  const { workspaceId } = claimed;
  await enterWorkspace(tx, workspaceId);
  const rollups = await fault('rollups.read', () => readRollups(tx, claimed));
  const step = Math.min(...rollups.map(({ fillStep }) => fillStep));
  if (step < 2) await fault('rollups.await', () => awaitWriters(tx, workspaceId, step));
  else await count(tx, { ...claimed, at, portion }, rollups);
  return true;
}

/** By another calendar everybody is counted anew; until the last one is, the report is not whole. */
async function readRollups(
  tx: Tx,
  { workspaceId, timeZone }: Pick<Work, 'workspaceId' | 'timeZone'>,
): Promise<Rollup[]> {
  await tx.execute(sql`
    update retention_rollups set time_zone = ${timeZone}, filled_to = '', fill_step = least(fill_step, 2)
    where workspace_id = ${workspaceId} and time_zone <> ${timeZone}`);
  return rows(
    tx,
    sql`
      select slot, start_event as "startEvent", return_event as "returnEvent", cohort, clock, unit,
        origin::text as origin, time_zone as "timeZone", fill_step as "fillStep", filled_to as "filledTo"
      from retention_rollups where workspace_id = ${workspaceId} order by slot for update`,
  );
}

/** All that is known by now is counted where nothing is left over; else the reports still speak of when nothing was. */
async function count(tx: Tx, work: Work, rollups: readonly Rollup[]): Promise<void> {
  const { workspaceId, at, portion } = work;
  const names = rollups.flatMap(({ startEvent, returnEvent }) => [startEvent, returnEvent]);
  const stale = await fault('rollups.stale', () => takeStale(tx, workspaceId, portion.stale, at));
  const slice = await fault('rollups.events', () => takeEvents(tx, work, names, portion.events));
  for (const rollup of rollups) {
    const isAbout = (name: string) => name === rollup.startEvent || name === rollup.returnEvent;
    const doers = slice.doers.flatMap(([id, name]) => (isAbout(name) ? [id] : []));
    const ids = [...new Set([...stale.customerIds, ...doers])];
    if (ids.length === 0) continue;
    const whom = (customerId: SQL) => sql`${customerId} = any (${sql.param(ids)}::text[])`;
    await fault('rollups.recount', () => recountPeople(tx, { workspaceId, rollup, asOf: at, whom }));
  }
  const unfilled = rollups.filter(({ fillStep }) => fillStep < WHOLE);
  const [next] = unfilled;
  const isFilled = next === undefined || (await fault('rollups.fill', () => fill(tx, work, next)));
  const isBehind = stale.isMore || slice.isMore;
  const isDue = isBehind || !isFilled || unfilled.length > 1;
  const dueAt = new Date(at.getTime() + (isDue ? 0 : PAUSE_MS));
  await fault('rollups.progress', () =>
    tx.execute(sql`
      update retention_progress set cursor = ${slice.cursor}, due_at = ${dueAt}${isBehind ? sql`` : sql`, as_of = ${at}`}
      where workspace_id = ${workspaceId}`),
  );
}

/** @returns whether everybody has been counted */
async function fill(tx: Tx, { workspaceId, at, portion }: Work, rollup: Rollup): Promise<boolean> {
  const { slot, filledTo } = rollup;
  const [next] = await rows<{ last: string | null; count: number }>(
    tx,
    sql`
      select max(id) as last, count(*)::int as count from (
        select id from customers where workspace_id = ${workspaceId} and id > ${filledTo} order by id
        limit ${portion.customers}::int) portion`,
  );
  const last = next?.last ?? filledTo;
  const isWhole = (next?.count ?? 0) < portion.customers;
  const whom = (customerId: SQL) => sql`(${customerId} > ${filledTo} and ${customerId} <= ${last})`;
  await recountPeople(tx, { workspaceId, rollup, asOf: at, whom });
  await tx.execute(sql`
    update retention_rollups set filled_to = ${last}, fill_step = ${isWhole ? WHOLE : 2}::smallint
    where workspace_id = ${workspaceId} and slot = ${slot}::smallint`);
  return isWhole;
}
