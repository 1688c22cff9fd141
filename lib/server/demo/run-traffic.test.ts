// The shop goes on by itself while its switch is on, through the real door, and is still when it is off.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { now } from '../clock';
import { type IngestServer, serveIngest } from '../ingest/testing/serve-ingest';
import { storedEvents } from '../ingest/testing/stored';
import { runtime, setRuntime } from '../runtime';
import { setLiveTraffic } from '../workspace/set-live-traffic';
import type { Credentials } from './credentials';
import { ensureDemo, workspaceOf } from './ensure-demo';
import { runTraffic } from './run-traffic';
import * as seeding from './seed/seed-demo';
import { newAccount } from './shop/account';
import { catalogueOfShop } from './shop/customers';
import { diceOf } from './shop/dice';
import { SEED } from './shop/history';
import { nextScene } from './traffic/crowd';
import { postEvents } from './traffic/post-events';
import * as accounts from './traffic/shop-accounts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'throughline-traffic-'));
let server: IngestServer;
let credentials: Credentials;
let actor: Parameters<typeof setLiveTraffic>[0];
let stop: AbortController;

const port = () => Number(new URL(server.url).port);

beforeAll(async () => {
  server = await serveIngest();
  const current = runtime();
  setRuntime({ ...current, env: { ...current.env, dataDir, port: port(), seedDemo: true } });
  const { seedDemo } = seeding;
  vi.spyOn(seeding, 'seedDemo').mockImplementationOnce((given) =>
    seedDemo(given, { customers: 200, storyDays: 2 }),
  );
  const made = await ensureDemo();
  if (!made) throw new Error('The demo was not made.');
  credentials = made;
  const workspaceId = await workspaceOf(made);
  if (!workspaceId) throw new Error('The demo has no workspace.');
  actor = { workspaceId, id: 'system', name: 'Test', role: 'owner' };
});

beforeEach(() => {
  stop = new AbortController();
});

afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
});

afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const live = async () => (await storedEvents(actor.workspaceId)).filter(({ source }) => source !== 'history');

it('sends events that the server takes as they are, whoever comes by', async () => {
  const crowd = {
    dice: diceOf('crowd'),
    catalogue: catalogueOfShop(SEED),
    seed: SEED,
    customers: 200,
    accountOf: async () => ({ ...newAccount, orders: 2, spent: 7_000 }),
  };
  const sent = [];
  for (let scene = 0; scene < 300; scene += 1) sent.push(...(await nextScene(crowd, now().getTime() - 1, 0)));
  const posted = await postEvents(
    { port: port(), writeKey: credentials.writeKey },
    sent.slice(0, 2_000),
    now(),
    stop.signal,
  );
  expect(posted).toEqual({ status: 200, refused: 0 });
  const names = new Set((await live()).map(({ name }) => name));
  for (const trigger of ['Signed Up', 'Checkout Started', 'Order Completed', 'Customer Lapsed']) {
    expect(names).toContain(trigger);
  }
});

it('starts when it is switched on and stops when it is switched off', async () => {
  const asked = vi.spyOn(accounts, 'isTrafficLive');
  const before = (await live()).length;
  const running = runTraffic(stop.signal);
  await vi.waitFor(() => expect(asked.mock.calls.length).toBeGreaterThan(2), 30_000);
  expect(await live()).toHaveLength(before);

  await setLiveTraffic(actor, { isTrafficLive: true });
  await vi.waitFor(async () => expect((await live()).length).toBeGreaterThan(before + 10), 50_000);

  await setLiveTraffic(actor, { isTrafficLive: false });
  const askedAtOff = asked.mock.calls.length;
  await vi.waitFor(() => expect(asked.mock.calls.length).toBeGreaterThan(askedAtOff + 1), 30_000);
  const after = (await live()).length;
  await vi.waitFor(() => expect(asked.mock.calls.length).toBeGreaterThan(askedAtOff + 6), 30_000);
  expect(await live()).toHaveLength(after);

  stop.abort();
  await running;
});

it('goes on after the server was away', async () => {
  await setLiveTraffic(actor, { isTrafficLive: true });
  const before = (await live()).length;
  server.failNext.push(503);
  const running = runTraffic(stop.signal);
  await vi.waitFor(async () => expect((await live()).length).toBeGreaterThan(before), 50_000);
  expect(server.failNext).toEqual([]);
  stop.abort();
  await running;
});

it('gives newcomers numbers of their own', async () => {
  const first = await accounts.countCustomers(actor.workspaceId);
  expect(first).toBeGreaterThan(200);
});
