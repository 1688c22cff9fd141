// Delivers webhooks over HTTPS, signed as Standard Webhooks says: the receiver can check who sent it and drop repeats.
import { createHash } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { WebhookSecret } from '@/lib/core/api/connection';
import { now } from '../../clock';
import type { Answered } from '../../outgoing/dispatch';
import { sendRequest } from '../../outgoing/request';
import { retryAfterMs } from '../../outgoing/retry-after';
import type { Connection, Parcel, Provider, SendOutcome } from '../channel';
import type { WebhookContent } from './webhook';

/** The receiver is gone, or will never take this very request. */
const FINAL = [400, 405, 410, 411, 413, 414, 415, 422, 431];

/** The same for every attempt at one command. */
function webhookIdOf(workspaceId: string, key: string): string {
  return `msg_${createHash('sha256')
    .update(JSON.stringify([workspaceId, key]))
    .digest('base64url')
    .slice(0, 27)}`;
}

async function send(connection: Connection, parcel: Parcel<WebhookContent>): Promise<SendOutcome> {
  const secret = WebhookSecret.safeParse(connection.secret);
  if (!secret.success)
    return { kind: 'retry', reason: 'The connection has no signing secret', retryAfterMs: null };
  const { method, body } = parcel.content;
  const id = webhookIdOf(connection.workspaceId, parcel.key);
  const at = now();
  const outcome = await sendRequest({
    method,
    url: parcel.address,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Throughline-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret.data.signingSecret).sign(id, at, body),
    },
    body,
  });
  if (outcome.kind === 'answered') return outcomeOf(outcome, id);
  const reason = outcome.detail;
  if (outcome.kind === 'refused' && outcome.code !== 'unknown-host')
    return { kind: 'rejected', reason, isAddressBad: false };
  if (outcome.kind === 'failed' && outcome.code === 'redirect')
    return { kind: 'rejected', reason, isAddressBad: false };
  const mayHaveArrived = outcome.kind === 'failed' && outcome.mayHaveArrived;
  return mayHaveArrived ? { kind: 'unknown', reason } : { kind: 'retry', reason, retryAfterMs: null };
}

function outcomeOf({ status, headers, body }: Answered, id: string): SendOutcome {
  const answer = { status, body };
  if (status >= 200 && status < 300)
    return { kind: 'accepted', providerMessageId: id, isSandboxed: false, answer };
  const reason = `Answered ${status}`;
  if (FINAL.includes(status)) return { kind: 'rejected', reason, isAddressBad: false, answer };
  return { kind: 'retry', reason, retryAfterMs: retryAfterMs(headers['retry-after']) };
}

export const http: Provider<WebhookContent> = { name: 'http', send };
