// Keys: shown once, stored as a hash, gone when revoked.
import { describe, expect, it } from 'vitest';
import { apiKeys, auditLog } from '@/drizzle/schema';
import { advanceClock } from '../clock';
import { inWorkspace } from '../db/transaction';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { createKey } from './create-key';
import { findKey } from './find-key';
import { listKeys } from './list-keys';
import { revokeKey } from './revoke-key';

describe('createKey', () => {
  it.each([
    ['write', 'wk_'],
    ['secret', 'sk_'],
  ] as const)('shows a %s key once and keeps only its hash', async (kind, prefix) => {
    const { actor } = await freshWorkspace();
    const { key, ...summary } = unwrap(await createKey(actor, { kind, name: 'Shop' }));
    expect(key.startsWith(prefix)).toBe(true);
    expect(summary.lastFour).toBe(key.slice(-4));
    expect(unwrap(await listKeys(actor))).toEqual([summary]);
    const stored = await inWorkspace(actor.workspaceId, async (tx) => [
      await tx.select().from(apiKeys),
      await tx.select().from(auditLog),
    ]);
    expect(JSON.stringify(stored)).not.toContain(key);
  });
});

describe('findKey', () => {
  it('finds by the whole key only', async () => {
    const { actor } = await freshWorkspace();
    const { key, id } = unwrap(await createKey(actor, { kind: 'secret', name: 'Shop' }));
    expect(await findKey(key)).toMatchObject({ id, workspaceId: actor.workspaceId, kind: 'secret' });
    expect(await findKey(key.slice(0, -1))).toBeNull();
    expect(await findKey('')).toBeNull();
  });

  it('marks the use at most once a minute', async () => {
    const { actor } = await freshWorkspace();
    const { key } = unwrap(await createKey(actor, { kind: 'secret', name: 'Shop' }));
    const lastUsed = async () => unwrap(await listKeys(actor))[0]?.lastUsedAt ?? null;
    expect(await lastUsed()).toBeNull();
    await findKey(key);
    const first = await lastUsed();
    expect(first).not.toBeNull();
    advanceClock(30_000);
    await findKey(key);
    expect(await lastUsed()).toBe(first);
    advanceClock(31_000);
    await findKey(key);
    expect(await lastUsed()).not.toBe(first);
  });
});

describe('revokeKey', () => {
  it('ends the key at once and may be repeated', async () => {
    const { actor } = await freshWorkspace();
    const { key, id } = unwrap(await createKey(actor, { kind: 'write', name: 'Shop' }));
    const revoked = unwrap(await revokeKey(actor, { id }));
    expect(revoked.revokedAt).not.toBeNull();
    expect(await findKey(key)).toBeNull();
    expect(unwrap(await revokeKey(actor, { id }))).toEqual(revoked);
  });

  it('shows another workspace nothing', async () => {
    const { actor } = await freshWorkspace();
    const { actor: stranger } = await freshWorkspace();
    const { key, id } = unwrap(await createKey(actor, { kind: 'write', name: 'Shop' }));
    expect(await revokeKey(stranger, { id })).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
    expect(unwrap(await listKeys(stranger))).toEqual([]);
    expect(await findKey(key)).not.toBeNull();
  });
});
