// The transaction that starts sends: policy decides with everything committed so far, and only what it writes here may
// reach a provider.
import { MESSAGE_REFUSED } from '@/lib/core/condition/record-keys';
import type { BatchDecision } from '@/lib/core/engine/batch';
import { momentsOf } from '@/lib/core/engine/moments';
import type { ReasonCode } from '@/lib/core/engine/reason';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import type { Tx } from '../db/transaction';
import { writeMoments } from '../engine/write-moments';
import { markExposed } from '../experiments/mark-exposed';
import { lockWorkspace } from '../ingest/lock-workspace';
import { newId } from '../new-id';
import { tellRecords } from '../signals/tell-records';
import { watchRecords } from '../signals/watch-records';
import { leaseFrom, PAUSED } from './claim';
import { type Conclusion, conclude } from './conclude';
import { categoryOf, kindOf } from './guarantee';
import { type Judged, judgeSends } from './judge-sends';
import { isAwaited, type KeptAnswer, keptAnswer, noAnswer } from './kept-answer';
import type { Prepared } from './prepare';
import { tellAnswers } from './tell-answers';
import { type OutboxChange, writeDeliveries, writeMessages, writeOutbox } from './write-sends';

/** A send that was started and now must be carried out. */
export interface Started {
  readonly prepared: Prepared;
  readonly address: string;
  readonly content: JsonObject;
  readonly attempt: number;
  readonly firstTriedAt: Date;
  readonly messageId: Id<'msg'>;
  readonly deliveryId: Id<'dlv'>;
}

export async function startSends(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  prepared: readonly Prepared[],
): Promise<Started[]> {
  const watched = await watchRecords(tx, workspaceId, (key) => key === MESSAGE_REFUSED);
  // First of all locks, as whoever writes events takes it: a call that is refused here is answered here.
  if (prepared.some(({ row }) => isAwaited(row))) await lockWorkspace(tx, workspaceId);
  const { judged: all, at } = await judgeSends(tx, workspaceId, prepared);
  const judged = all.filter(({ isHeldOut }) => !isHeldOut);
  const started = judged.flatMap((one) => startOf(one, at));
  await writeOutbox(
    tx,
    workspaceId,
    all.map((one) => changeOf(one, at)),
  );
  await writeMessages(
    tx,
    workspaceId,
    [
      ...started.map((one) => messageOf(one.prepared, one.messageId, 'sending', one)),
      ...judged.flatMap(unsentMessage),
    ],
    at,
  );
  await writeDeliveries(tx, workspaceId, started, at);
  const decisions = judged.flatMap((one) => decisionOf(one, at.getTime()));
  await writeMoments(tx, workspaceId, momentsOf(decisions));
  const answers = judged.flatMap((one) => answerOf(one, at) ?? []);
  await tellAnswers(tx, workspaceId, answers);
  await tellRecords(tx, workspaceId, watched, judged.flatMap(refusedTo));
  await markExposed(tx, workspaceId, all.flatMap(handedOver), at);
  return started;
}

const refusedTo = ({ standing: { customerId }, judgement: { kind } }: Judged) =>
  kind === 'refuse' ? [customerId] : [];

/** Who counts already is left as they are. */
function handedOver({ prepared: { row }, standing: { customerId }, judgement }: Judged) {
  return judgement.kind === 'start' ? [{ ...row, customerId }] : [];
}

function startOf({ prepared, judgement }: Judged, at: Date): Started[] {
  if (judgement.kind !== 'start') return [];
  const { row } = prepared;
  const { address, content } = judgement;
  const attempt = row.attempts + 1;
  const firstTriedAt = attempt === 1 ? at : (row.firstTriedAt ?? at);
  const messageId = row.messageId ?? newId('msg');
  return [{ prepared, address, content, attempt, firstTriedAt, messageId, deliveryId: newId('dlv') }];
}

function changeOf({ prepared: { row }, judgement, isHeldOut }: Judged, at: Date): OutboxChange {
  const base = {
    id: row.id,
    attempts: row.attempts,
    leaseUntil: null,
    dueAt: null,
    lastError: row.lastError,
  };
  if (isHeldOut && judgement.kind === 'start') return { ...base, status: 'done', lastError: null };
  switch (judgement.kind) {
    case 'start':
      return {
        ...base,
        status: 'started',
        attempts: row.attempts + 1,
        leaseUntil: leaseFrom(at),
        lastError: null,
      };
    case 'refuse':
      return { ...base, status: 'refused', lastError: detailOf(judgement.inputs) ?? judgement.code };
    case 'hold':
      return { ...base, status: 'queued', dueAt: new Date(judgement.until), lastError: judgement.code };
    case 'pause':
      return { ...base, status: 'queued', lastError: PAUSED };
    case 'renew':
      return { ...base, status: 'queued' };
    case 'try-again': {
      const { status, dueAt, reason } = afterFailedRender(row, judgement.reason, at);
      return { ...base, status, attempts: row.attempts + 1, dueAt, lastError: reason };
    }
  }
}

function afterFailedRender(row: Prepared['row'], reason: string, at: Date): Conclusion {
  const outcome = { kind: 'retry', reason, retryAfterMs: null } as const;
  return conclude(row, outcome, row.attempts + 1, row.firstTriedAt ?? at, at);
}

/** A step that waits for the answer of a call that will never be made goes on at once. */
function answerOf({ prepared: { row }, judgement }: Judged, at: Date): KeptAnswer | null {
  if (judgement.kind === 'refuse') return noAnswer(row, detailOf(judgement.inputs) ?? judgement.code);
  if (judgement.kind !== 'try-again') return null;
  const { reason } = judgement;
  const outcome = { kind: 'retry', reason, retryAfterMs: null } as const;
  return keptAnswer(row, outcome, afterFailedRender(row, reason, at));
}

function messageOf(
  { row, channel, connection }: Prepared,
  id: Id<'msg'>,
  status: 'held' | 'sending' | 'refused',
  { address, content, reason = null }: { address: string; content: JsonObject; reason?: string | null },
) {
  const { customerId, journeyId, version, nodeId, id: outboxId } = row;
  const whose = { customerId, journeyId, version, nodeId, outboxId };
  const what = { kind: kindOf(row), category: categoryOf(row), channel, provider: connection.provider };
  return { id, ...whose, ...what, address, content, status, reason };
}

/** Over within seconds or a minute: said once in the reason trail, and nothing to show on the Messages page. */
const BRIEF: readonly ReasonCode[] = ['throttled', 'held-for-priority'];

/** What is refused or held back is kept with what it would say, so that the Messages page can show what did not go out. */
function unsentMessage({ prepared, judgement }: Judged) {
  if (judgement.kind !== 'refuse' && judgement.kind !== 'hold') return [];
  if (BRIEF.includes(judgement.code)) return [];
  const { row, address, content } = prepared;
  const id = row.messageId ?? newId('msg');
  const shown = { address: address ?? '', content: content.ok ? content.value : {}, reason: judgement.code };
  return [messageOf(prepared, id, judgement.kind === 'hold' ? 'held' : 'refused', shown)];
}

function detailOf({ detail }: JsonObject): string | null {
  return typeof detail === 'string' ? detail : null;
}

/** The reason trail: when sending began, why it was refused or held back, and once that it waits for a paused journey. */
function decisionOf(
  { prepared: { row, channel }, standing, judgement }: Judged,
  at: number,
): BatchDecision[] {
  const { journeyId, version, enrollmentId, nodeId } = row;
  const base = { customerId: standing.customerId, journeyId, version, enrollmentId, nodeId, at };
  switch (judgement.kind) {
    case 'refuse':
      return [{ ...base, code: judgement.code, inputs: { channel, ...judgement.inputs } }];
    case 'hold':
      if (BRIEF.includes(judgement.code) && row.lastError === judgement.code) return [];
      return [{ ...base, code: judgement.code, inputs: { channel, ...judgement.inputs } }];
    case 'pause':
      return row.lastError === PAUSED ? [] : [{ ...base, code: PAUSED, inputs: { channel } }];
    case 'start':
      if (row.attempts > 0) return [];
      return [{ ...base, code: 'send-started', inputs: { channel, ...judgement.inputs } }];
    default:
      return [];
  }
}
