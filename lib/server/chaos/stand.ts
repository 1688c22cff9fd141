// The product inside this process, to be broken: a database, ingestion on a port, a mail server. Its loops are driven by hand.
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { closeLiquid } from '../channels/liquid';
import { closeChannels } from '../channels/registry';
import { parseEnv } from '../env';
import { ingestHandler } from '../ingest/handler';
import { runtime } from '../runtime';
import { assemble } from '../start-runtime';
import { freePort } from '../testing/free-port';
import { Breaker } from './breaker';
import { type EmptyDatabases, emptyDatabases } from './empty-databases';
import { environment } from './environment';
import { type MailSink, startMailSink } from './mail-sink';
import { hookStatements } from './statements';
import type { Engine } from './suite';

export interface Stand {
  readonly engine: Engine;
  readonly breaker: Breaker;
  readonly sink: MailSink;
  /** Where events are sent to. */
  readonly url: string;
  /** What another process needs to work on the same database; null where there cannot be one. */
  peerEnv(): Record<string, string> | null;
  /** Goes on with an empty database, so that thousands of cases do not slow each other down. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

export async function openStand(engine: Engine): Promise<Stand> {
  const databases = await emptyDatabases(engine);
  const sink = await startMailSink();
  let env = await begin(databases, sink);
  const http = createServer((request, response) => void ingestHandler(request, response));
  const port = await freePort();
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  const unhook = hookStatements(engine);
  const breaker = new Breaker();
  return {
    engine,
    breaker,
    sink,
    url: `http://127.0.0.1:${port}`,
    peerEnv: () => (engine === 'postgresql' ? env : null),
    renew: async () => {
      await closeChannels();
      await runtime().close();
      env = await begin(databases, sink);
    },
    close: async () => {
      unhook();
      breaker.lift();
      http.closeAllConnections();
      http.close();
      await closeChannels();
      await closeLiquid();
      await runtime().close();
      await sink.close();
      await databases.close();
    },
  };
}

async function begin(databases: EmptyDatabases, sink: MailSink): Promise<Record<string, string>> {
  const { opened, url } = await databases.next();
  const env = environment({ folder: tmpdir(), mailUrl: sink.url, databaseUrl: url });
  const parsed = parseEnv(env);
  await assemble({ ...parsed, secretKey: parsed.secretKey ?? Buffer.alloc(32) }, opened);
  return env;
}
