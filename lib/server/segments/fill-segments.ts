// A chore of the engine: a new or changed segment finds out who is in it, in the background. One statement asks everybody,
// with no lock on any lane: whom something happens to meanwhile is marked by the engine, and judged when their lane is opened.
import { sql } from 'drizzle-orm';
import { Condition } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import { now } from '../clock';
import { asSystem, enterWorkspace, rows, type Tx } from '../db/transaction';
import { fault } from '../fault';
import { askEverybody } from './ask-everybody';
import { openLanes } from './open-lanes';

const LANES = 16;
/** What is written at once, in bytes: some ten thousand customers. */
const AT_ONCE = 400_000;

interface Filling {
  readonly workspaceId: Id<'wsp'>;
  readonly id: Id<'seg'>;
  readonly condition: unknown;
  readonly isArchived: boolean;
  readonly timeZone: string;
  readonly step: number;
  readonly lane: number;
  readonly round: number;
}

/** Filling began anew meanwhile: what was found out is not written. */
class Overtaken extends Error {}

/** One step of the segment that was changed first. False when all are filled, or others are at work on the rest. */
export async function fillSegments(): Promise<boolean> {
  try {
    return await fault('fill.commit', () => asSystem(fillOne));
  } catch (error) {
    if (error instanceof Overtaken) return true;
    throw error;
  }
}

async function fillOne(tx: Tx): Promise<boolean> {
  const filling = await fault('fill.claim', () => claim(tx));
  if (filling === undefined) return false;
  await enterWorkspace(tx, filling.workspaceId);
  const left = await nextStep(tx, filling);
  await fault('fill.step', () => advance(tx, filling, left));
  return true;
}

/**
 * A segment built on others comes when those are filled. The lock is no row's: whoever changes the segment meanwhile
 * must not have to wait for it.
 */
async function claim(tx: Tx): Promise<Filling | undefined> {
  const open = await rows<Filling>(
    tx,
    sql`
      select s.workspace_id as "workspaceId", s.id, s.condition, s.archived_at is not null as "isArchived",
        s.fill_step as step, s.fill_lane as lane, s.fill_round as round, w.time_zone as "timeZone"
      from segments s join workspaces w on w.workspace_id = s.workspace_id
      where s.fill_lane < 16 and not exists (
        select from jsonb_path_query(s.condition, '$.**.segmentId') as named (id)
        join segments o on o.workspace_id = s.workspace_id and o.id = named.id #>> '{}'
        where o.fill_lane < 16 and o.id <> s.id and o.archived_at is null)
      order by s.updated_at, s.id limit 20`,
  );
  for (const one of open) {
    const [lock] = await rows<{ isMine: boolean }>(
      tx,
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`fill ${one.workspaceId} ${one.id}`}, 0)) as "isMine"`,
    );
    if (lock?.isMine) return one;
  }
  return undefined;
}

type Standing = Pick<Filling, 'step' | 'lane'>;

async function nextStep(tx: Tx, filling: Filling): Promise<Standing> {
  const { workspaceId, id, timeZone, step, isArchived } = filling;
  if (step === 0) {
    await fault('fill.wait', () => awaitBatches(tx, workspaceId));
    return { step: 1, lane: 0 };
  }
  if (step === 1) {
    const condition = isArchived ? null : Condition.safeParse(filling.condition).data;
    if (condition === undefined) return { step: 2, lane: LANES };
    await fault('fill.everybody', () => askEverybody(tx, { workspaceId, id, timeZone, condition }, now()));
    return { step: 2, lane: 0 };
  }
  return { step, lane: await openSome(tx, filling) };
}

/** For a small segment all of them: batches of those lanes have to wait meanwhile. */
async function openSome(tx: Tx, filling: Filling): Promise<number> {
  const { workspaceId, id, isArchived, round } = filling;
  const lanes = await nextLanes(tx, filling);
  await fault('fill.lane', () =>
    openLanes(tx, { workspaceId, id, lanes, isArchived, isFirst: round === 1 }, now()),
  );
  return filling.lane + lanes.length;
}

async function nextLanes(tx: Tx, { workspaceId, id, lane }: Filling): Promise<number[]> {
  const found = await rows<{ lane: number; bytes: number }>(
    tx,
    sql`
      select lane, sum(pg_column_size(customer_ids))::float8 as bytes from segment_fills
      where workspace_id = ${workspaceId} and segment_id = ${id} group by lane`,
  );
  const sizes = new Map(found.map((one) => [one.lane, one.bytes]));
  let sum = sizes.get(lane) ?? 0;
  const lanes = [lane];
  for (let next = lane + 1; next < LANES; next += 1) {
    sum += sizes.get(next) ?? 0;
    if (sum > AT_ONCE) break;
    lanes.push(next);
  }
  return lanes;
}

/** Whoever holds a lane now may have begun before the segment was there, and would mark nobody. */
async function awaitBatches(tx: Tx, workspaceId: Id<'wsp'>): Promise<void> {
  await tx.execute(sql`select lane from lanes where workspace_id = ${workspaceId} order by lane for update`);
}

async function advance(tx: Tx, { workspaceId, id, round }: Filling, { step, lane }: Standing): Promise<void> {
  const moved = await rows(
    tx,
    sql`
      update segments set fill_step = ${step}, fill_lane = ${lane}
      where workspace_id = ${workspaceId} and id = ${id} and fill_round = ${round} returning id`,
  );
  if (moved.length === 0) throw new Overtaken('The segment was changed while it was filled.');
}
