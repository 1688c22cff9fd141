// A first start that is killed half-way, again and again, ends in a sound shop: nothing half-made is ever taken for whole.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
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
  const response = await fetch(`${server.url}/v1/journeys`, {
    headers: { authorization: `Bearer ${secretKey}` },
  });
  const { data } = (await response.json()) as { data: { state: string }[] };
  expect(data.map((journey) => journey.state)).toEqual(['live', 'live', 'live', 'live']);
  await server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});
