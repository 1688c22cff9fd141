// The token of an unsubscribe link: whom it is about, and a signature nobody else can make.
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { idOf } from '@/lib/core/id';
import { runtime } from '../runtime';

const Subject = z.tuple([idOf('wsp'), idOf('cus'), z.enum(['email', 'sms']), z.string().min(1).max(320)]);

/** Who stops hearing from whom: the customer, on one channel, at one address. */
export interface UnsubscribeSubject {
  readonly workspaceId: z.infer<typeof Subject>[0];
  readonly customerId: z.infer<typeof Subject>[1];
  readonly channel: 'email' | 'sms';
  readonly address: string;
}

export function unsubscribeToken(subject: UnsubscribeSubject): string {
  const { workspaceId, customerId, channel, address } = subject;
  const text = Buffer.from(JSON.stringify([workspaceId, customerId, channel, address])).toString('base64url');
  return `${text}.${signatureOf(text).toString('base64url')}`;
}

export function unsubscribeUrl(subject: UnsubscribeSubject): string {
  return `${runtime().env.publicUrl}/u/${unsubscribeToken(subject)}`;
}

/** The subject of a token, or null where it was made up, cut off or changed. */
export function readUnsubscribeToken(token: string): UnsubscribeSubject | null {
  const [text = '', signature = '', ...more] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const expected = signatureOf(text);
  if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const [workspaceId, customerId, channel, address] = Subject.parse(
    JSON.parse(Buffer.from(text, 'base64url').toString('utf8')),
  );
  return { workspaceId, customerId, channel, address };
}

function signatureOf(text: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', runtime().env.secretKey, '', 'throughline unsubscribe', 32));
  return createHmac('sha256', key).update(text).digest();
}
