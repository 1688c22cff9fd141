// Ingestion alone, on PostgreSQL: takes events and nothing else, so that it can stand in front on its own.
import { createServer } from 'node:http';
import { ingestHandler } from './ingest/handler';
import { drainIngest } from './ingest/queue';
import { listen } from './listen';
import { exitOn, onShutdown } from './process';
import { StartError, startRuntime } from './start-runtime';

async function main(): Promise<void> {
  if (!process.env.DATABASE_URL) {
    throw new StartError(
      'DATABASE_URL is not set: the embedded database takes events inside the server (npm run up).',
    );
  }
  const runtime = await startRuntime(process.env);
  const server = createServer(async (request, response) => {
    if (await ingestHandler(request, response)) return;
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end('{"code":"not-found","message":"This process takes events only."}');
  });
  await listen(server, runtime.env.port);
  onShutdown(async () => {
    server.close();
    await drainIngest();
    await runtime.close();
  });
}

main().catch(exitOn);
