// The transaction that starts sends: policy decides with everything committed so far, and only what it writes here may
// reach a provider.
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import { now } from '../clock';
import type { Tx } from '../db/transaction';
import { newId } from '../new-id';
import { leaseFrom, PAUSED } from './claim';
import { type Conclusion, conclude } from './conclude';
import { type Judgement, judge } from './judge';
import { lockAndLoadStanding, type Standing } from './load-standing';
import type { Prepared } from './prepare';
import {
  type NewDecision,
  type OutboxChange,
  writeDecisions,
  writeDeliveries,
  writeMessages,
  writeOutbox,
} from './write-sends';

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

interface Judged {
  readonly prepared: Prepared;
  readonly standing: Standing;
  readonly judgement: Judgement;
}

export async function startSends(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  prepared: readonly Prepared[],
): Promise<Started[]> {
  const standings = await lockAndLoadStanding(tx, workspaceId, prepared);
  const at = now();
  const judged = prepared.flatMap((one): Judged[] => {
    const standing = standings.get(one.row.id);
    return standing ? [{ prepared: one, standing, judgement: judge(one, standing, at) }] : [];
  });
  const started = judged.flatMap((one) => startOf(one, at));
  await writeOutbox(
    tx,
    workspaceId,
    judged.map((one) => changeOf(one, at)),
  );
  await writeMessages(
    tx,
    workspaceId,
    [
      ...started.map((one) => messageOf(one.prepared, one.messageId, 'sending', one)),
      ...judged.flatMap(refusedMessage),
    ],
    at,
  );
  await writeDeliveries(tx, workspaceId, started, at);
  await writeDecisions(tx, workspaceId, judged.flatMap(decisionOf), at);
  return started;
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

function changeOf({ prepared: { row }, judgement }: Judged, at: Date): OutboxChange {
  const base = {
    id: row.id,
    attempts: row.attempts,
    leaseUntil: null,
    dueAt: null,
    lastError: row.lastError,
  };
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
      return { ...base, status: 'refused', lastError: judgement.detail ?? judgement.code };
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

function messageOf(
  { row, channel, connection }: Prepared,
  id: Id<'msg'>,
  status: 'sending' | 'refused',
  { address, content, reason = null }: { address: string; content: JsonObject; reason?: string | null },
) {
  const { customerId, journeyId, version, nodeId, id: outboxId } = row;
  const whose = { customerId, journeyId, version, nodeId, outboxId };
  return { id, ...whose, channel, provider: connection.provider, address, content, status, reason };
}

/** A refused message is kept with what it would have said, so that the Messages page can show what did not go out. */
function refusedMessage({ prepared, judgement }: Judged) {
  if (judgement.kind !== 'refuse') return [];
  const { row, address, content } = prepared;
  const id = row.messageId ?? newId('msg');
  const shown = { address: address ?? '', content: content.ok ? content.value : {}, reason: judgement.code };
  return [messageOf(prepared, id, 'refused', shown)];
}

/** The reason trail: when sending began, why it was refused, and once that it waits for a paused journey. */
function decisionOf({ prepared: { row, channel }, standing, judgement }: Judged): NewDecision[] {
  const { journeyId, version, enrollmentId, nodeId } = row;
  const base = { customerId: standing.customerId, journeyId, version, enrollmentId, nodeId };
  if (judgement.kind === 'refuse') {
    const { code, detail } = judgement;
    return [{ ...base, code, inputs: detail === null ? { channel } : { channel, detail } }];
  }
  if (judgement.kind === 'pause' && row.lastError !== PAUSED)
    return [{ ...base, code: PAUSED, inputs: { channel } }];
  if (judgement.kind === 'start' && row.attempts === 0)
    return [{ ...base, code: 'send-started', inputs: { channel } }];
  return [];
}
