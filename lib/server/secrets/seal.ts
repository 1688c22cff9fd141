// Provider credentials at rest: AES-256-GCM under a key derived from SECRET_KEY, bound to their workspace and connection.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Id } from '@/lib/core/id';
import { runtime } from '../runtime';

const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

const Secret = z.record(z.string(), z.string());
export type Secret = z.infer<typeof Secret>;

/** Whose secret it is: an envelope copied to another row does not open there. */
export interface SecretOwner {
  readonly workspaceId: Id<'wsp'>;
  readonly connectionId: Id<'con'>;
}

/** `v1.<key id>.<iv + tag + ciphertext>`; the key id tells which SECRET_KEY it was sealed with. */
export function sealSecret(secret: Secret, owner: SecretOwner): string {
  const { key, keyId } = sealingKey();
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(boundTo(owner));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(secret), 'utf8'), cipher.final()]);
  return [VERSION, keyId, Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')].join('.');
}

/** Throws where the envelope was sealed with another key, for another owner, or was changed. */
export function openSecret(envelope: string, owner: SecretOwner): Secret {
  const { key, keyId } = sealingKey();
  const [version, sealedWith, content = ''] = envelope.split('.');
  if (version !== VERSION || sealedWith !== keyId)
    throw new Error('A provider secret was saved under another SECRET_KEY; enter it again in Settings.');
  const bytes = Buffer.from(content, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
    .setAAD(boundTo(owner))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const plain = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  return Secret.parse(JSON.parse(plain.toString('utf8')));
}

function boundTo({ workspaceId, connectionId }: SecretOwner): Buffer {
  return Buffer.from(JSON.stringify([workspaceId, connectionId]));
}

function sealingKey(): { key: Buffer; keyId: string } {
  const key = Buffer.from(hkdfSync('sha256', runtime().env.secretKey, '', 'throughline connections', 32));
  return { key, keyId: createHash('sha256').update(key).digest('hex').slice(0, 8) };
}
