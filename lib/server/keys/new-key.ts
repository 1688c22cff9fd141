// A fresh key and the row that recognises it. The key itself is never stored.
import { randomBytes } from 'node:crypto';
import type { apiKeys } from '@/drizzle/schema';
import type { CreateKey } from '@/lib/core/api/key';
import type { Id } from '@/lib/core/id';
import { now } from '../clock';
import { newId } from '../new-id';
import { hashKey } from './hash-key';

const prefixes = { write: 'wk_', secret: 'sk_' } as const;

export function randomKey(kind: CreateKey['kind']): string {
  return prefixes[kind] + randomBytes(24).toString('base64url');
}

export function rowOfKey(workspaceId: Id<'wsp'>, input: CreateKey, key: string): typeof apiKeys.$inferSelect {
  return {
    workspaceId,
    id: newId('key'),
    ...input,
    hash: hashKey(key),
    lastFour: key.slice(-4),
    createdAt: now(),
    lastUsedAt: null,
    revokedAt: null,
  };
}
