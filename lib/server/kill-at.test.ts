// A process may be told to die in mid-work, but only where faults are allowed.
import { expect, it } from 'vitest';
import { parseEnv } from './env';

const FAULT_KILL_AT = 'after engine.commit 2 since ingest.commit';

it('is read where faults are allowed', () => {
  const { killAt } = parseEnv({ ALLOW_FAULTS: '1', FAULT_KILL_AT });
  expect(killAt).toEqual({ side: 'after', point: 'engine.commit', pass: 2, since: 'ingest.commit' });
});

it('is ignored anywhere else', () => {
  expect(parseEnv({ FAULT_KILL_AT }).killAt).toBeNull();
  expect(parseEnv({ ALLOW_FAULTS: '1' }).killAt).toBeNull();
});

it('says what is wrong with it', () => {
  expect(() => parseEnv({ ALLOW_FAULTS: '1', FAULT_KILL_AT: 'now' })).toThrow(/FAULT_KILL_AT .*must be like/);
});
