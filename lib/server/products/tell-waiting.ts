// A chore of the engine: tells those who wait in journeys of a product that turned what they wait for. Saving a product writes one
// row; whom it concerns is found once every batch that may have read the product as it was has ended, and told in portions.
import { sql } from 'drizzle-orm';
import { RECORD_CHANGED } from '@/lib/core/engine/rule-index';
import type { Id } from '@/lib/core/id';
import { asSystem, enterWorkspace, rows, type Tx } from '../db/transaction';
import { fault } from '../fault';
import { lockWorkspace } from '../ingest/lock-workspace';
import { lockLanes } from '../journeys/lock-lanes';
import { sendSignals } from '../signals/send-signals';

/** How many are told while those who write events have to wait. */
const PORTION = 1_000;

interface Tell {
  readonly workspaceId: Id<'wsp'>;
  readonly id: Id<'tel'>;
  readonly record: string;
  readonly rules: unknown;
  readonly step: number;
}

/** One step of the oldest change of one workspace. False when nobody is to be told, or others are at work on it. */
export function tellWaiting(portion = PORTION): Promise<boolean> {
  return fault('tells.commit', () =>
    asSystem(async (tx) => {
      const tell = await fault('tells.claim', () => claim(tx));
      if (tell === undefined) return false;
      await enterWorkspace(tx, tell.workspaceId);
      await nextStep(tx, tell, portion);
      return true;
    }),
  );
}

/** One worker for each workspace, so that what changed first is told first. */
async function claim(tx: Tx): Promise<Tell | undefined> {
  const oldest = await rows<Tell>(
    tx,
    sql`
      select workspace_id as "workspaceId", id, record, rules, step
      from (select distinct on (workspace_id) * from product_tells order by workspace_id, created_at, id) t
      order by created_at`,
  );
  for (const one of oldest) {
    const [lock] = await rows<{ isMine: boolean }>(
      tx,
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`tells ${one.workspaceId}`}, 0)) as "isMine"`,
    );
    if (lock?.isMine) return reread(tx, one);
  }
  return undefined;
}

/** What was read before the lock was had may have been worked meanwhile. */
async function reread(tx: Tx, { workspaceId, id }: Tell): Promise<Tell | undefined> {
  const [tell] = await rows<Tell>(
    tx,
    sql`
      select workspace_id as "workspaceId", id, record, rules, step from product_tells
      where workspace_id = ${workspaceId} and id = ${id}`,
  );
  return tell;
}

async function nextStep(tx: Tx, tell: Tell, portion: number): Promise<void> {
  if (tell.step === 0) {
    // Whoever holds a lane now may have read the product as it was, and is about to let somebody wait for it.
    await fault('tells.wait', () => lockLanes(tx, tell));
    return advance(tx, tell);
  }
  if (tell.step === 1) {
    await fault('tells.find', () => findWaiting(tx, tell));
    return advance(tx, tell);
  }
  const told = await fault('tells.portion', () => tellPortion(tx, tell, portion));
  if (told < portion) await finish(tx, tell);
}

/** Everybody once, by however many rules they wait. Reading holds nobody up. */
async function findWaiting(tx: Tx, { workspaceId, id, rules }: Tell): Promise<void> {
  await tx.execute(sql`
    insert into product_tell_people (workspace_id, tell_id, customer_id)
    select distinct ${workspaceId}, ${id}, n.customer_id
    from json_to_recordset(${JSON.stringify(rules)}::json) as r ("journeyId" text, version int, "nodeId" text)
    join enrollments n on n.workspace_id = ${workspaceId} and n.journey_id = r."journeyId" and n.version = r.version
      and n.status = 'waiting' and (r."nodeId" is null or n.node_id = r."nodeId")`);
}

/** @returns how many there were; whoever became part of another customer meanwhile is told as that one */
async function tellPortion(tx: Tx, { workspaceId, id, record }: Tell, portion: number): Promise<number> {
  // First of all locks, as whoever writes events takes it.
  await lockWorkspace(tx, workspaceId);
  const people = await rows<{ customerId: Id<'cus'> }>(
    tx,
    sql`
      delete from product_tell_people
      where workspace_id = ${workspaceId} and tell_id = ${id} and customer_id in (
        select customer_id from product_tell_people
        where workspace_id = ${workspaceId} and tell_id = ${id} order by customer_id limit ${portion})
      returning customer_id as "customerId"`,
  );
  const signals = people.map(({ customerId }) => ({
    ...{ customerId, name: RECORD_CHANGED, properties: { record } },
    messageId: `${RECORD_CHANGED}:${id}:${customerId}`,
  }));
  await sendSignals(tx, workspaceId, signals);
  return people.length;
}

async function advance(tx: Tx, { workspaceId, id }: Tell): Promise<void> {
  await tx.execute(
    sql`update product_tells set step = step + 1 where workspace_id = ${workspaceId} and id = ${id}`,
  );
}

async function finish(tx: Tx, { workspaceId, id }: Tell): Promise<void> {
  await tx.execute(sql`delete from product_tells where workspace_id = ${workspaceId} and id = ${id}`);
}
