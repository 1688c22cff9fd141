// Time travel: every clock moves, the work is waited for, and where it is not allowed there is nothing.
import { afterEach, expect, it } from 'vitest';
import { workspaces } from '@/drizzle/schema';
import { endpoints } from '@/lib/core/api/endpoints';
import { now, setClockOffset } from '../clock';
import { asSystem } from '../db/transaction';
import { runtime, setRuntime } from '../runtime';
import { bearer, callApi } from '../testing/call-api';
import { freshWorkspace } from '../testing/fresh-workspace';
import { unwrap } from '../testing/unwrap';
import { moveClock } from './move-clock';

const HOUR_MS = 3_600_000;

afterEach(() => setClockOffset(0));

it('moves the clock of this process and of every workspace', async () => {
  const [{ actor }] = [await freshWorkspace(), await freshWorkspace()];
  const before = now().getTime();
  const moved = unwrap(await moveClock(actor, { advanceMs: HOUR_MS }));
  expect(moved.isSettled).toBe(true);
  expect(Date.parse(moved.now) - before).toBeGreaterThanOrEqual(HOUR_MS);
  unwrap(await moveClock(actor, { advanceMs: HOUR_MS }));
  const stored = await asSystem((tx) => tx.select({ ms: workspaces.clockOffsetMs }).from(workspaces));
  expect(new Set(stored.map(({ ms }) => ms))).toEqual(new Set([2 * HOUR_MS]));
  expect(runtime().clockOffsetMs).toBe(2 * HOUR_MS);
});

it('is not there where time travel is not allowed', async () => {
  const { actor } = await freshWorkspace();
  const headers = await bearer(actor);
  const allowed = runtime();
  try {
    setRuntime({ ...allowed, env: { ...allowed.env, allowTimeTravel: false } });
    const call = { body: { advanceMs: HOUR_MS } };
    expect((await callApi(endpoints.moveClock, { ...call, headers })).status).toBe(404);
    expect((await callApi(endpoints.moveClock, call)).status).toBe(404);
  } finally {
    setRuntime(allowed);
  }
});

it.each([-1, 1.5, 'soon', null])('refuses to move by %j', async (advanceMs) => {
  const { actor } = await freshWorkspace();
  const answer = await callApi(endpoints.moveClock, { headers: await bearer(actor), body: { advanceMs } });
  expect(answer).toMatchObject({ status: 400, body: { field: 'advanceMs' } });
});
