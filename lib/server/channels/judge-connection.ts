// What a connection must be before it is saved: reachable without going inside, complete, and its secret its own.
import { createPrivateKey } from 'node:crypto';
import type { SaveConnection } from '@/lib/core/api/connection';
import type { JsonObject } from '@/lib/core/json';
import { checkDestination, checkHost } from '../outgoing/check-destination';
import { type CodedRefusal, refusal } from '../refusal';
import type { Secret } from '../secrets/seal';

type Answer = { readonly ok: false; readonly refusal: CodedRefusal } | null;

/** Judges the server and the keys that were typed in. */
export async function judgeConnection(input: SaveConnection, secret: Secret): Promise<Answer> {
  if (input.provider === 'smtp') return (await judgeSmtp(input)) ?? judgeSmtpSecret(input, secret);
  if (input.provider !== 'twilio') return null;
  if (!secret.authToken) return invalid('secret.authToken', 'Enter the auth token.');
  const { baseUrl } = input.config;
  const checked = baseUrl ? await checkDestination(baseUrl) : null;
  return checked && !checked.ok ? invalid('config.baseUrl', checked.refusal.message) : null;
}

type Smtp = Extract<SaveConnection, { provider: 'smtp' }>;

async function judgeSmtp({ config: { server } }: Smtp): Promise<Answer> {
  if (!server) return null;
  const checked = await checkHost(server.host, server.port);
  return checked.ok ? null : invalid('config.server.host', checked.refusal.message);
}

function judgeSmtpSecret({ config }: Smtp, { password, dkimPrivateKey }: Secret): Answer {
  if (config.server?.username && !password) return invalid('secret.password', 'Enter the password.');
  if (!config.dkim) return null;
  if (!dkimPrivateKey) return invalid('secret.dkimPrivateKey', 'Enter the private key.');
  try {
    createPrivateKey(dkimPrivateKey);
    return null;
  } catch {
    return invalid('secret.dkimPrivateKey', 'This is not a private key in PEM form.');
  }
}

function invalid(field: string, detail: string): Answer {
  return refusal('invalid-field', { field, detail });
}

/**
 * What a stored secret belongs to: it is kept only while this stays the same, because a secret may be sent to nobody
 * but the server it was entered for.
 */
export function secretScope(provider: string, config: JsonObject): string {
  const { server, accountSid, baseUrl } = config;
  const { host, port, username } = (server ?? {}) as JsonObject; // parsed when it was saved
  return JSON.stringify([provider, host, port, username, accountSid, baseUrl]);
}
