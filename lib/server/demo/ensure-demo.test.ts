// The demo is made once, found again, and finished after a start that was killed anywhere.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { signIn } from '../auth/sign-in';
import { asSystem, rows } from '../db/transaction';
import { findKey } from '../keys/find-key';
import { runtime, setRuntime } from '../runtime';
import { ensureDemo } from './ensure-demo';
import * as publishing from './publish-demo-journeys';
import * as seeding from './seed/seed-demo';

let dataDir = '';

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'throughline-demo-'));
  useEnv({ dataDir, seedDemo: true, publicUrl: 'http://localhost:4600' });
  const seedDemo = seeding.seedDemo;
  // The whole shop takes seconds; a small one goes the same way.
  vi.spyOn(seeding, 'seedDemo').mockImplementation((credentials) =>
    seedDemo(credentials, { customers: 60, storyDays: 2 }),
  );
});

afterEach(async () => {
  vi.restoreAllMocks();
  rmSync(dataDir, { recursive: true, force: true });
  await asSystem((tx) => tx.execute(sql`truncate workspaces cascade`));
});

function useEnv(changes: Partial<ReturnType<typeof runtime>['env']>): void {
  const current = runtime();
  setRuntime({ ...current, env: { ...current.env, ...changes } });
}

const file = () => path.join(dataDir, 'credentials.json');

async function counts() {
  const [found] = await asSystem((tx) =>
    rows<Record<string, number>>(
      tx,
      sql`
        select (select count(*) from workspaces) as workspaces, (select count(*) from customers where merged_into is null) as customers,
          (select count(*) from products) as products, (select count(*) from api_keys) as keys,
          (select count(*) from journeys where state = 'live') as journeys,
          (select count(*) from lanes where cursor < (select max(seq) from events)) as behind`,
    ),
  );
  return found;
}

const whole = { workspaces: 1, customers: 60, products: 200, keys: 2, journeys: 5, behind: 0 };

it('makes the shop, and says in a private file how to get in', async () => {
  const credentials = await ensureDemo();
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual(credentials);
  expect(Object.keys(credentials ?? {}).sort()).toEqual([
    'email',
    'password',
    'secretKey',
    'url',
    'writeKey',
  ]);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(await counts()).toEqual(whole);
  const { email = '', password = '', writeKey = '', secretKey = '' } = credentials ?? {};
  expect((await signIn({ email, password })).ok).toBe(true);
  expect((await findKey(writeKey))?.kind).toBe('write');
  expect((await findKey(secretKey))?.kind).toBe('secret');
});

it('finds it again at the next start, at the address it has then', async () => {
  const first = await ensureDemo();
  useEnv({ publicUrl: 'http://localhost:4601' });
  expect(await ensureDemo()).toEqual({ ...first, url: 'http://localhost:4601' });
  expect(JSON.parse(readFileSync(file(), 'utf8')).url).toBe('http://localhost:4601');
  expect(await counts()).toEqual(whole);
});

it('begins again when the first start ended before the shop was stored', async () => {
  vi.spyOn(seeding, 'seedDemo').mockRejectedValueOnce(new Error('killed'));
  await expect(ensureDemo()).rejects.toThrow('killed');
  expect(() => statSync(file())).toThrow();
  await ensureDemo();
  expect(await counts()).toEqual(whole);
});

it('goes on when the first start ended before the journeys were published', async () => {
  vi.spyOn(publishing, 'publishDemoJourneys').mockRejectedValueOnce(new Error('killed'));
  await expect(ensureDemo()).rejects.toThrow('killed');
  expect(() => statSync(file())).toThrow();
  const credentials = await ensureDemo();
  expect(await counts()).toEqual(whole);
  const { email = '', password = '' } = credentials ?? {};
  expect((await signIn({ email, password })).ok).toBe(true);
});

it('leaves an installation alone that is not a demo', async () => {
  useEnv({ seedDemo: false });
  expect(await ensureDemo()).toBeNull();
  expect(await counts()).toMatchObject({ workspaces: 0 });
});

it('does not believe credentials of another database', async () => {
  const first = await ensureDemo();
  await asSystem((tx) => tx.execute(sql`truncate workspaces cascade`));
  const second = await ensureDemo();
  expect(second?.writeKey).not.toBe(first?.writeKey);
  expect(await counts()).toEqual(whole);
});

it.runIf(process.env.TEST_ENGINE === 'postgresql')(
  'is made once when two servers start at once',
  async () => {
    const [first, second] = await Promise.all([ensureDemo(), ensureDemo()]);
    expect(second).toEqual(first);
    expect(await counts()).toEqual(whole);
  },
);
