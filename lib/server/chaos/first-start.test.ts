// A first start that is killed half-way, again and again, ends in a sound shop: nothing half-made is ever taken for whole.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { demoJourneys } from '../demo/journeys/demo-journeys';
import { freePort } from '../testing/free-port';
import { startProcess } from './server-process';

const MOMENTS_MS = [300, 1_500, 3_000, 4_500, 6_000, 8_000, 11_000, 15_000];

it(`comes up whole after being killed at ${MOMENTS_MS.length} moments of its first start`, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-first-'));
  const env = { DATA_DIR: folder, SEED_DEMO: '1' };
  const port = await freePort();
  for (const moment of MOMENTS_MS) {
    const doomed = startProcess('main', port, env);
    await new Promise((resolve) => setTimeout(resolve, moment));
    await doomed.kill('SIGKILL');
  }
  const server = startProcess('main', port, env);
  await server.ready();
  const { secretKey } = JSON.parse(readFileSync(path.join(folder, 'credentials.json'), 'utf8'));
  const all = async (what: 'journeys' | 'segments') => {
    const response = await fetch(`${server.url}/v1/${what}?limit=100`, {
      headers: { authorization: `Bearer ${secretKey}` },
    });
    return ((await response.json()) as { data: { name: string; state: string }[] }).data;
  };
  const journeys = (await all('journeys')).map(({ name, state }) => `${name}: ${state}`);
  expect(journeys.sort()).toEqual(demoJourneys.map(({ name }) => `${name}: live`).sort());
  const segments = (await all('segments')).map(({ name }) => name);
  expect(segments.length).toBe(18);
  expect(new Set(segments).size).toBe(18);
  await server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});
