// A revoked key stops working soon, and unknown keys cost one look-up.
import { afterEach, expect, it, vi } from 'vitest';
import { plantFaults } from '../fault';
import { revokeKey } from '../keys/revoke-key';
import { unwrap } from '../testing/unwrap';
import { knownKey } from './known-key';
import { freshShop } from './testing/serve-ingest';

afterEach(() => {
  vi.restoreAllMocks();
  plantFaults(undefined);
});

function passSeconds(seconds: number): void {
  const real = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => real() + seconds * 1_000);
}

it('forgets a revoked key within five seconds', async () => {
  const { actor, writeKey, keyId } = await freshShop();
  expect(await knownKey([writeKey])).toMatchObject({ id: keyId });
  unwrap(await revokeKey(actor, { id: keyId }));
  passSeconds(4.9);
  expect(await knownKey([writeKey])).toBeNull();
});

it('takes the first candidate that is a key', async () => {
  const { writeKey, keyId } = await freshShop();
  expect(await knownKey(['wk_masked', writeKey])).toMatchObject({ id: keyId });
  expect(await knownKey([])).toBeNull();
});

it('asks the database once for many requests at once, known or not', async () => {
  const { writeKey } = await freshShop();
  let asked = 0;
  const count = () => {
    asked += 1;
  };
  plantFaults((name) => (name === 'ingest.find-key' ? { before: count } : undefined));
  await Promise.all(Array.from({ length: 50 }, () => knownKey(['wk_never-made', writeKey])));
  expect(asked).toBe(2);
});
