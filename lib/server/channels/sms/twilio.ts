// Hands text messages to Twilio through its SDK, and reads Twilio's status calls.
import sdk from 'twilio';
import { z } from 'zod';
import { TwilioConfig, TwilioSecret } from '@/lib/core/api/connection';
import { runtime } from '../../runtime';
import type { Connection, Parcel, Provider, SendOutcome, StatusReport } from '../channel';
import type { SmsContent } from './sms';
import { GuardedClient, NoAnswer } from './twilio-client';

/** Not a number, not a mobile number, or one that told Twilio to stop. */
const BAD_ADDRESS = [21211, 21217, 21614, 21610];

const ApiError = z.object({
  status: z.number(),
  code: z.number().nullish(),
  message: z.string().catch('failed'),
});

const Settings = z.object({ config: TwilioConfig, secret: TwilioSecret });

async function send(connection: Connection, parcel: Parcel<SmsContent>): Promise<SendOutcome> {
  const settings = Settings.safeParse(connection);
  if (!settings.success) return { kind: 'retry', reason: 'The connection is incomplete', retryAfterMs: null };
  const { config, secret } = settings.data;
  const client = new GuardedClient(config.baseUrl);
  try {
    const message = await sdk(config.accountSid, secret.authToken, { httpClient: client }).messages.create({
      to: parcel.address,
      body: parcel.content.text,
      ...(config.messagingServiceSid
        ? { messagingServiceSid: config.messagingServiceSid }
        : { from: config.from }),
      ...statusCallback(connection),
    });
    return { kind: 'accepted', providerMessageId: message.sid, isSandboxed: false };
  } catch (error) {
    return outcomeOf(error, client.retryAfterMs);
  }
}

function outcomeOf(error: unknown, retryAfterMs: number | null): SendOutcome {
  if (error instanceof NoAnswer) {
    const reason = error.message;
    return error.mayHaveArrived ? { kind: 'unknown', reason } : { kind: 'retry', reason, retryAfterMs: null };
  }
  const api = ApiError.safeParse(error);
  // Something that is not Twilio's answer came back: nobody can say what became of the message.
  if (!api.success) return { kind: 'unknown', reason: String(error) };
  const { status, code, message } = api.data;
  const reason = code ? `${code}: ${message}` : message;
  // Too fast, busy, or our login and settings: the same message may go later.
  if ([401, 403, 429, 503].includes(status)) return { kind: 'retry', reason, retryAfterMs };
  if (status >= 500) return { kind: 'unknown', reason };
  return { kind: 'rejected', reason, isAddressBad: BAD_ADDRESS.includes(code ?? 0) };
}

/** Twilio refuses callback addresses it cannot reach, so a server nobody can reach asks for none. */
function statusCallback({ id }: Connection): { statusCallback?: string } {
  const { publicUrl } = runtime().env;
  const isReachable = !['localhost', '127.0.0.1', '[::1]'].includes(new URL(publicUrl).hostname);
  return id && isReachable ? { statusCallback: twilioCallback(id, 'status') } : {};
}

export function twilioCallback(connectionId: string, kind: 'status' | 'inbound'): string {
  return `${runtime().env.publicUrl}/v1/providers/twilio/${connectionId}/${kind}`;
}

const STATUSES = new Map<string, StatusReport['status']>([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['undelivered', 'failed'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
]);

function readStatus(call: Readonly<Record<string, string>>): StatusReport | null {
  const { MessageSid: sid = '', MessageStatus: word = '', ErrorCode: code = '' } = call;
  const status = STATUSES.get(word);
  if (!status || !sid) return null;
  return { providerMessageId: sid, status, reason: status === 'failed' ? `${word} ${code}`.trim() : null };
}

export const twilio: Provider<SmsContent> = { name: 'twilio', send, readStatus };
