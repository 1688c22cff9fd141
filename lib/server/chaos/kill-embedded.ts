// With the embedded database: the one server dies at a point, is started again on the same folder, and goes on.
import { z } from 'zod';
import { startRuntime } from '../start-runtime';
import { freePort } from '../testing/free-port';
import { type ClientLog, deliver } from './client';
import { dyingEnv, judgeKilled, type Killed, type KillPoint } from './kill-points';
import { mailJourney } from './mail-journey';
import type { MailSink } from './mail-sink';
import { eventsOf } from './passage';
import { prepareShop } from './prepare-shop';
import { startProcess } from './server-process';

const TRAVEL_MS = 61 * 60_000;
/** A server that was killed starts again first, and that takes a slow machine as long as any start. */
const TRIES = 600;
const PAUSE_MS = 200;

const Travelled = z.object({ isSettled: z.boolean() });

export async function killEmbedded(
  env: Record<string, string>,
  sink: MailSink,
  at: KillPoint,
): Promise<Killed> {
  const shop = await prepareShop(env, [mailJourney]);
  const log: ClientLog = { accepted: new Set(), refused: new Map() };
  const before = new Map(sink.accepted);
  const server = await startTwice(env, { ...env, ...dyingEnv(at, sinceOf(at)) });
  await deliver(server.url, shop.writeKey, eventsOf('plain'), log);
  await travel(server.url, shop.secretKey);
  const isKilled = await server.stop();
  const mails = new Map([...sink.accepted].filter(([id]) => !before.has(id)));
  const runtime = await startRuntime(env);
  try {
    return await judgeKilled(shop.workspaceId, at, { log, mails }, isKilled);
  } finally {
    await runtime.close();
  }
}

/** The server's loops pass most points even while there is nothing to do; the kill waits for what it is about. */
function sinceOf({ point, half }: KillPoint): string | undefined {
  if (point.startsWith('ingest.')) return undefined;
  return half === 'event' ? 'ingest.commit' : 'clock.travel';
}

/** A server that is started once more when it was killed. */
async function startTwice(env: Record<string, string>, dying: Record<string, string>) {
  const port = await freePort();
  let server = startProcess('main', port, dying);
  let isKilled = false;
  void server.gone().then((signal) => {
    if (signal !== 'SIGKILL') return;
    isKilled = true;
    server = startProcess('main', port, env);
  });
  await server.ready();
  const stop = async () => {
    await server.kill('SIGTERM');
    return isKilled;
  };
  return { url: server.url, stop };
}

/** Past the hour, and past every lease of a process that died on the way: then once more. */
async function travel(url: string, secretKey: string): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const response = await fetch(`${url}/v1/dev/clock`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ advanceMs: TRAVEL_MS }),
    }).catch(() => null);
    const travelled = Travelled.safeParse(response?.ok ? await response.json().catch(() => null) : null);
    if (travelled.data?.isSettled) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error('The clock did not move.');
}
