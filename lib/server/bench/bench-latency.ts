// From the event's request to the mail server's acceptance, with the whole server at work.
import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';
import { ingestHandler } from '../ingest/handler';
import { createJourney } from '../journeys/create-journey';
import { publishJourney } from '../journeys/publish-journey';
import { createKey } from '../keys/create-key';
import { listen } from '../listen';
import { log } from '../log';
import { runWorker } from '../run-worker';
import { freePort } from '../testing/free-port';
import { unwrap } from '../testing/unwrap';
import { openBenchShop } from './bench-shop';
import { printFigure } from './figure';
import { instantJourney } from './journeys';

const MAILS = 200;
const EVERY_MS = 25;

export async function benchLatency(engine: 'pglite' | 'postgresql'): Promise<void> {
  const arrivals = new Map<string, number>();
  const inbox = await openInbox(arrivals);
  const shop = await openBenchShop(engine, {
    SMTP_URL: `smtp://127.0.0.1:${inbox.port}`,
    OUTGOING_ALLOW_HOSTS: '127.0.0.1',
  });
  const { id } = unwrap(
    await createJourney(shop.actor, { name: 'Latency', document: instantJourney('Ping') }),
  );
  unwrap(await publishJourney(shop.actor, { id }));
  const { key } = unwrap(await createKey(shop.actor, { kind: 'write', name: 'bench' }));
  const server = createServer((request, response) => {
    ingestHandler(request, response).catch((error: unknown) => log.error({ error }, 'A request failed'));
  });
  const port = await freePort();
  await listen(server, port);
  const stop = new AbortController();
  const worker = runWorker(stop.signal);
  const waits = await pings(port, key, arrivals);
  const told = { suite: 'engine', engine, unit: 'ms' };
  printFigure({ ...told, name: 'event to e-mail accepted, p50' }, percentile(waits, 0.5), null);
  printFigure({ ...told, name: 'event to e-mail accepted, p99' }, percentile(waits, 0.99), null);
  stop.abort();
  await worker;
  server.close();
  await shop.close();
  inbox.close();
}

async function pings(port: number, key: string, arrivals: ReadonlyMap<string, number>): Promise<number[]> {
  const sentAt = new Map<string, number>();
  const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
  for (let index = 0; index < MAILS; index += 1) {
    const email = `ping-${index}@bench.test`;
    const who = { userId: `ping-${index}` };
    const batch = [
      { type: 'identify', messageId: `i-${index}`, ...who, traits: { email } },
      { type: 'track', event: 'Ping', messageId: `p-${index}`, ...who },
    ];
    sentAt.set(email, performance.now());
    const body = JSON.stringify({ batch });
    await fetch(`http://127.0.0.1:${port}/v1/batch`, { method: 'POST', headers: { authorization }, body });
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  while (arrivals.size < MAILS) await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  return [...sentAt].map(([email, at]) => (arrivals.get(email) ?? 0) - at);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

async function openInbox(arrivals: Map<string, number>): Promise<{ port: number; close(): void }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      stream.resume();
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo) arrivals.set(address, performance.now());
        done();
      });
    },
  });
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  return { port, close: () => server.close(() => undefined) };
}
