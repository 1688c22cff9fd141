// Kills the real server at random moments under load, lets it come back, and asks whether every promise was kept.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startRuntime } from '../start-runtime';
import { freePort } from '../testing/free-port';
import { startPostgres, withAdmin } from '../testing/postgres-server';
import { type ClientLog, sendUntil } from './client';
import { environment } from './environment';
import { violations } from './invariants';
import { type MailSink, startMailSink } from './mail-sink';
import { prepareShop, type Shop } from './prepare-shop';
import { type Random, seeded } from './random';
import { type ServerProcess, startProcess } from './server-process';
import type { SuitePlan, SuiteReport } from './suite';
import { workload } from './workload';

const CLIENTS = 4;
const CUSTOMERS_PER_CLIENT = 100;
/** Provider calls one process may have under way; each kill can leave as many sends unknown. */
const SENDS_UNDER_WAY = 64;
const TWO_HOURS = 2 * 3_600_000;

interface KillPlan {
  readonly kills: number;
  readonly workers: number;
  readonly seed: number;
}

export async function killSuite({ engine, seed, numbers }: SuitePlan): Promise<SuiteReport> {
  const { kills = 0, workers = 0 } = numbers;
  // The embedded database belongs to one process.
  const plan = { kills, seed, workers: engine === 'postgresql' ? workers : 0 };
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-kills-'));
  const sink = await startMailSink();
  const postgres = engine === 'postgresql' ? await startPostgres() : null;
  try {
    if (postgres) await withAdmin(postgres.adminUrl, 'create database chaos owner throughline');
    const env = environment({ folder, mailUrl: sink.url, databaseUrl: postgres?.url('chaos') ?? null });
    const shop = await prepareShop(env);
    const log: ClientLog = { accepted: new Set(), refused: new Map() };
    await runUnderFire(plan, env, shop, log);
    const found = await judge(env, shop, plan, log, sink);
    return {
      figures: { accepted: log.accepted.size, refused: log.refused.size, mails: sink.accepted.size },
      violations: found,
    };
  } finally {
    await postgres?.stop();
    await sink.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runUnderFire(
  plan: KillPlan,
  env: Record<string, string>,
  shop: Shop,
  log: ClientLog,
): Promise<void> {
  const random = seeded(plan.seed);
  const port = await freePort();
  const entries: ('main' | 'worker')[] = ['main', ...Array<'worker'>(plan.workers).fill('worker')];
  const fleet = entries.map((entry) => startProcess(entry, port, env));
  await fleet[0]?.ready();
  const url = fleet[0]?.url ?? '';
  let isOver = false;
  const startedAt = Date.now();
  const clients = Array.from({ length: CLIENTS }, (_, client) => {
    const stream = workload(client, CUSTOMERS_PER_CLIENT, seeded(plan.seed * 31 + client), startedAt);
    return sendUntil(() => isOver, url, shop.writeKey, stream, log);
  });
  for (let kill = 0; kill < plan.kills; kill += 1) {
    await new Promise((resolve) => setTimeout(resolve, 200 + random() * 2_800));
    await killOne(entries, fleet, port, env, random);
  }
  isOver = true;
  await Promise.all(clients);
  await passTime(url, shop.secretKey);
  for (const member of fleet) await member.kill('SIGTERM');
}

async function killOne(
  entries: readonly ('main' | 'worker')[],
  fleet: ServerProcess[],
  port: number,
  env: Record<string, string>,
  random: Random,
): Promise<void> {
  const victim = Math.floor(random() * fleet.length);
  await fleet[victim]?.kill('SIGKILL');
  const successor = startProcess(entries[victim] ?? 'main', port, env);
  fleet[victim] = successor;
  if (entries[victim] === 'main') await successor.ready();
}

/** Lets every wait and every lease run out, and waits until all that became due is done. */
async function passTime(url: string, secretKey: string): Promise<void> {
  const response = await fetch(`${url}/v1/dev/clock`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ advanceMs: TWO_HOURS }),
  });
  if (!response.ok) throw new Error(`The clock did not move: ${response.status} ${await response.text()}`);
}

async function judge(
  env: Record<string, string>,
  shop: Shop,
  plan: KillPlan,
  log: ClientLog,
  sink: MailSink,
): Promise<string[]> {
  const runtime = await startRuntime(env);
  try {
    const mostUnknown = plan.kills * SENDS_UNDER_WAY;
    return await violations(shop.workspaceId, { log, mails: sink.accepted, mostUnknown });
  } finally {
    await runtime.close();
  }
}
