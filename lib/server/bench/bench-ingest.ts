// Ingestion over HTTP, 100 events a request, as a share of plain batched inserts of the same events.
import { createServer } from 'node:http';
import { ingestHandler } from '../ingest/handler';
import { createKey } from '../keys/create-key';
import { listen } from '../listen';
import { log } from '../log';
import { freePort } from '../testing/free-port';
import { unwrap } from '../testing/unwrap';
import { benchEvents } from './bench-events';
import { openBenchShop } from './bench-shop';
import { printFigure } from './figure';
import { runLoad } from './load-process';
import { measure, plainInsert } from './plain-insert';

const EVENTS = 40_000;

export async function benchIngest(engine: 'pglite' | 'postgresql'): Promise<void> {
  const shop = await openBenchShop(engine);
  const events = benchEvents(EVENTS, 'Product Viewed');
  await plainInsert(shop, events.slice(0, 5_000));
  const plain = await plainInsert(shop, events);
  const { key } = unwrap(await createKey(shop.actor, { kind: 'write', name: 'bench' }));
  const server = createServer((request, response) => {
    ingestHandler(request, response).catch((error: unknown) => log.error({ error }, 'A request failed'));
  });
  const port = await freePort();
  await listen(server, port);
  await runLoad({ port, key, events: 4_000, seed: 2 });
  const ingest = await measure(shop, EVENTS, () => runLoad({ port, key, events: EVENTS, seed: 1 }));
  server.close();
  const told = { suite: 'ingest', engine };
  printFigure({ ...told, name: 'plain batched insert', unit: 'events/s' }, plain.perSecond, null);
  printFigure({ ...told, name: 'ingest over HTTP', unit: 'events/s' }, ingest.perSecond, null);
  const target = engine === 'postgresql' ? { atLeast: 0.7 } : null;
  printFigure(
    { ...told, name: 'ingest / plain insert', unit: 'ratio' },
    ingest.perSecond / plain.perSecond,
    target,
  );
  printFigure(
    { ...told, name: 'ingest CPU / plain insert CPU', unit: 'ratio' },
    ingest.cpuPerEvent / plain.cpuPerEvent,
    null,
  );
  await shop.close();
}
