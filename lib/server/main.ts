// Everything in one process on one port: ingestion answers its paths first, Next answers the rest, and with the embedded
// database the worker runs here too.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import next from 'next';
import { withAnswerStatus } from './answer-status';
import { refuseForm } from './auth/refuse-form';
import { announce } from './demo/announce';
import { ensureDemo } from './demo/ensure-demo';
import { runTraffic } from './demo/run-traffic';
import { ingestHandler } from './ingest/handler';
import { drainIngest } from './ingest/queue';
import { listen } from './listen';
import { exitOn, onShutdown } from './process';
import { localeOf, withReader } from './reader';
import { runWorker } from './run-worker';
import { readEnv, startRuntime } from './start-runtime';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const starting: Answer = async (_request, response) => {
  response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '2' });
  response.end('{"code":"starting","message":"The server is starting; try again in a moment."}');
};

async function main(): Promise<void> {
  let answer = starting;
  const server = createServer((request, response) => void answer(request, response));
  // The port comes first: a busy one is said at once, before a data folder is touched.
  await listen(server, readEnv(process.env).port);
  const runtime = await startRuntime(process.env);
  const stop = new AbortController();
  const credentials = await ensureDemo();
  const isDevelopment = process.env.NODE_ENV !== 'production';
  const app = next({ dev: isDevelopment, dir: process.cwd(), httpServer: server, port: runtime.env.port });
  await app.prepare();
  const pages = app.getRequestHandler();
  answer = async (request, response) => {
    if (await ingestHandler(request, response)) return;
    await withReader(localeOf(request), async () => {
      if (refuseForm(request, response)) return;
      await withAnswerStatus(response, () => pages(request, response));
    });
  };
  const background = [runTraffic(stop.signal)];
  if (runtime.engine === 'pglite') background.push(runWorker(stop.signal));
  announce(runtime, credentials);
  onShutdown(async () => {
    server.close();
    stop.abort();
    await drainIngest();
    await Promise.all(background);
    await runtime.close();
  });
}

main().catch(exitOn);
