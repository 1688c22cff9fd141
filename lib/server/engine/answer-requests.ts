// A chore of the engine: gives the coupon codes that steps asked for. A code, its command's end and the answer to the
// passage are one transaction, so that a crash neither loses a code nor leaves somebody waiting.
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Id, idOf } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { now } from '../clock';
import { issueCoupons } from '../coupons/issue-coupons';
import { asSystem, enterWorkspace, rows, type Tx } from '../db/transaction';
import { fault } from '../fault';
import { lockWorkspace } from '../ingest/lock-workspace';
import { answerSignal } from '../signals/answer-signal';
import { sendSignals } from '../signals/send-signals';
import { wake } from '../wake';

const PORTION = 500;

interface Request {
  readonly id: Id<'obx'>;
  readonly key: string;
  readonly customerId: Id<'cus'>;
  readonly journeyId: Id<'jrn'>;
  readonly enrollmentId: Id<'enr'>;
  readonly nodeId: Id<'nod'>;
  readonly payload: JsonObject;
}

const Payload = z.object({ poolId: idOf('cpl') });

/** Answers one portion of one workspace. False when nobody asks. */
export async function answerRequests(): Promise<boolean> {
  const isWorked = await fault('requests.commit', () => asSystem(workPortion));
  if (isWorked) wake('engine');
  return isWorked;
}

async function workPortion(tx: Tx): Promise<boolean> {
  const [asking] = await rows<{ workspaceId: Id<'wsp'> }>(
    tx,
    sql`
      select o.workspace_id as "workspaceId" from outbox o
      where o.type = 'issue-coupon' and o.status = 'queued' and o.due_at <= ${now()}
      order by o.due_at limit 1`,
  );
  if (!asking) return false;
  const { workspaceId } = asking;
  await enterWorkspace(tx, workspaceId);
  // First of all locks, as whoever writes events takes it.
  await lockWorkspace(tx, workspaceId);
  const requests = await fault('requests.claim', () => claim(tx, workspaceId));
  if (requests.length > 0) await answer(tx, workspaceId, requests);
  return true;
}

function claim(tx: Tx, workspaceId: Id<'wsp'>): Promise<Request[]> {
  return rows<Request>(
    tx,
    sql`
      select o.id, o.key, o.customer_id as "customerId", o.journey_id as "journeyId",
        o.enrollment_id as "enrollmentId", o.node_id as "nodeId", o.payload
      from outbox o
      where o.workspace_id = ${workspaceId} and o.type = 'issue-coupon' and o.status = 'queued' and o.due_at <= ${now()}
      order by o.due_at, o.id limit ${PORTION} for update`,
  );
}

async function answer(tx: Tx, workspaceId: Id<'wsp'>, requests: readonly Request[]): Promise<void> {
  const at = now();
  const wanted = requests.flatMap(({ key, customerId, payload }) => {
    const parsed = Payload.safeParse(payload);
    return parsed.success ? [{ key, customerId, poolId: parsed.data.poolId, at }] : [];
  });
  const issued = await fault('requests.issue', () => issueCoupons(tx, workspaceId, wanted));
  const codes = new Map(issued.map(({ key, code }) => [key, code]));
  const given = requests.map(({ id, key }) => ({ id, status: codes.get(key) ? 'done' : 'refused' }));
  await tx.execute(sql`
    update outbox o set status = g.status
    from json_to_recordset(${JSON.stringify(given)}::json) as g (id text, status text)
    where o.workspace_id = ${workspaceId} and o.id = g.id`);
  const signals = requests.map((request) => {
    const value = codes.get(request.key) ?? null;
    return answerSignal(request, { isOk: value !== null, value });
  });
  await fault('requests.answer', () => sendSignals(tx, workspaceId, signals));
}
