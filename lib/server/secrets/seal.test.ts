// A sealed secret opens for its owner and key only, and shows nothing of itself.
import { afterEach, expect, it } from 'vitest';
import { newId } from '../new-id';
import { runtime, setRuntime } from '../runtime';
import { openSecret, type SecretOwner, sealSecret } from './seal';

const owner: SecretOwner = { workspaceId: 'wsp_a', connectionId: 'con_a' };
let original: ReturnType<typeof runtime> | null = null;

afterEach(() => {
  if (original) setRuntime(original);
  original = null;
});

it('opens for its owner', () => {
  const envelope = sealSecret({ password: 'geheim' }, owner);
  expect(openSecret(envelope, owner)).toEqual({ password: 'geheim' });
  expect(envelope).not.toContain('geheim');
  expect(Buffer.from(envelope.split('.')[2] ?? '', 'base64url').includes('geheim')).toBe(false);
});

it('is different every time', () => {
  expect(sealSecret({ a: 'b' }, owner)).not.toBe(sealSecret({ a: 'b' }, owner));
});

it('does not open for another workspace or connection', () => {
  const envelope = sealSecret({ password: 'x' }, owner);
  expect(() => openSecret(envelope, { ...owner, workspaceId: 'wsp_b' })).toThrow();
  expect(() => openSecret(envelope, { ...owner, connectionId: newId('con') })).toThrow();
});

it('does not open when a byte was changed', () => {
  const [version, keyId, content = ''] = sealSecret({ password: 'x' }, owner).split('.');
  const bytes = Buffer.from(content, 'base64url');
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  expect(() => openSecret([version, keyId, bytes.toString('base64url')].join('.'), owner)).toThrow();
});

it('says so when the key changed', () => {
  const envelope = sealSecret({ password: 'x' }, owner);
  original = runtime();
  setRuntime({ ...original, env: { ...original.env, secretKey: Buffer.alloc(32, 7) } });
  expect(() => openSecret(envelope, owner)).toThrow(/another SECRET_KEY/);
});
