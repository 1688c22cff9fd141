// From how an attempt ended to what becomes of the send. Pure: every combination can be read and tested here.
import { retry } from '@/lib/core/engine/retry';
import { hash53 } from '@/lib/core/hash';
import type { SendOutcome } from '../channels/channel';
import { storable } from '../channels/storable';
import type { Claimed } from './claim';
import { isRepeatable, kindOf } from './guarantee';

export interface Conclusion {
  readonly status: 'queued' | 'done' | 'unknown' | 'dead';
  /** When a queued one is tried again. */
  readonly dueAt: Date | null;
  /** Null while it may still be sent. */
  readonly message: 'sent' | 'sandboxed' | 'failed' | 'unknown' | null;
  readonly delivery: 'accepted' | 'retry' | 'rejected' | 'unknown';
  readonly reason: string | null;
  readonly providerMessageId: string | null;
  readonly isAddressBad: boolean;
}

/** @param attempt which attempt ended, 1 for the first; `firstTriedAt` when that one began */
export function conclude(
  row: Pick<Claimed, 'id' | 'type' | 'payload'>,
  outcome: SendOutcome,
  attempt: number,
  firstTriedAt: Date,
  at: Date,
): Conclusion {
  if (outcome.kind === 'accepted') {
    const { providerMessageId, isSandboxed } = outcome;
    const message = isSandboxed ? 'sandboxed' : 'sent';
    return { ...ended('done', 'accepted', message, null), providerMessageId };
  }
  const { reason } = outcome;
  if (outcome.kind === 'rejected') {
    return { ...ended('dead', 'rejected', 'failed', reason), isAddressBad: outcome.isAddressBad };
  }
  if (outcome.kind === 'unknown' && !isRepeatable(row)) return ended('unknown', 'unknown', 'unknown', reason);
  const verdict = retry({
    of: kindOf(row) === 'webhook' ? 'webhook' : 'message',
    attempt,
    // What may be repeated is repeated under the same id, so a lost answer is only one more failure.
    outcome: 'transient',
    firstTriedAt: firstTriedAt.getTime(),
    now: at.getTime(),
    random: hash53(`${row.id}/${attempt}`) / 2 ** 53,
    retryAfterMs: outcome.kind === 'retry' ? outcome.retryAfterMs : null,
  });
  const delivery = outcome.kind === 'retry' ? 'retry' : 'unknown';
  if (verdict.kind === 'give-up') return ended('dead', delivery, 'failed', reason);
  return { ...ended('queued', delivery, null, reason), dueAt: new Date(verdict.at) };
}

function ended(
  status: Conclusion['status'],
  delivery: Conclusion['delivery'],
  message: Conclusion['message'],
  reason: string | null,
): Conclusion {
  const nothing = { dueAt: null, providerMessageId: null, isAddressBad: false };
  return {
    status,
    delivery,
    message,
    reason: reason === null ? null : storable(reason.slice(0, 500)),
    ...nothing,
  };
}
