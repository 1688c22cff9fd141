// On PostgreSQL: an ingestion or a worker dies at a point; this process, another worker to the database, goes on.
import { workspaces } from '@/drizzle/schema';
import { advanceClock } from '../clock';
import { asSystem } from '../db/transaction';
import { drainSender } from '../delivery/drain-sender';
import { drainEngine } from '../engine/run-engine';
import { settle } from '../engine/settle';
import { runtime } from '../runtime';
import { freePort } from '../testing/free-port';
import { type ClientLog, deliver, post } from './client';
import { dyingEnv, judgeKilled, type Killed, type KillPoint } from './kill-points';
import { mailShop } from './mail-shop';
import { eventsOf, isUnderWay } from './passage';
import { type ServerProcess, startProcess } from './server-process';
import type { Stand } from './stand';

const MINUTE_MS = 60_000;
const ROUNDS = 20;

export async function killWorker(stand: Stand, at: KillPoint): Promise<Killed> {
  const shop = await mailShop();
  const log: ClientLog = { accepted: new Set(), refused: new Map() };
  const before = new Map(stand.sink.accepted);
  const events = eventsOf('plain');
  const authorization = `Basic ${Buffer.from(`${shop.writeKey}:`).toString('base64')}`;
  const isIngest = at.point.startsWith('ingest.');
  const died: Death[] = [];
  if (isIngest)
    died.push(
      await dies(stand, at, 'ingest', ({ url }) =>
        post(`${url}/v1/batch`, authorization, JSON.stringify({ batch: events })),
      ),
    );
  await deliver(stand.url, shop.writeKey, events, log);
  if (!isIngest && at.half === 'event') died.push(await dies(stand, at, 'worker', settle));
  await drainEngine();
  await travel(61 * MINUTE_MS);
  if (at.half === 'timer') died.push(await dies(stand, at, 'worker', settle));
  for (let round = 0; round < ROUNDS; round += 1) {
    await drainEngine();
    await drainSender();
    if (!(await isUnderWay(shop))) break;
    await travel(MINUTE_MS);
  }
  // Whoever watched it still looks at the database now and then.
  await Promise.all(died.map(({ watch }) => watch));
  const mails = new Map([...stand.sink.accepted].filter(([id]) => !before.has(id)));
  return judgeKilled(
    shop.workspaceId,
    at,
    { log, mails },
    died.some(({ isKilled }) => isKilled),
  );
}

interface Death {
  /** False where the process did all there was to do without coming by. */
  readonly isKilled: boolean;
  readonly watch: Promise<unknown>;
}

async function dies(
  stand: Stand,
  at: KillPoint,
  entry: 'worker' | 'ingest',
  use: (process: ServerProcess) => Promise<unknown>,
): Promise<Death> {
  const victim = startProcess(entry, await freePort(), { ...stand.peerEnv(), ...dyingEnv(at) });
  if (entry === 'ingest') await victim.ready();
  const watch = use(victim);
  await Promise.race([victim.gone(), watch]);
  return { isKilled: (await victim.kill('SIGTERM')) === 'SIGKILL', watch };
}

async function travel(ms: number): Promise<void> {
  advanceClock(ms);
  await asSystem((tx) => tx.update(workspaces).set({ clockOffsetMs: runtime().clockOffsetMs }));
}
