// A worker alone, on PostgreSQL: as many of these may run at once as there are cores to give.
import { awaitDemo } from './demo/ensure-demo';
import { exitOn, onShutdown } from './process';
import { runWorker } from './run-worker';
import { StartError, startRuntime } from './start-runtime';

async function main(): Promise<void> {
  if (!process.env.DATABASE_URL) {
    throw new StartError(
      'DATABASE_URL is not set: the embedded database runs its worker inside the server (npm run up).',
    );
  }
  const runtime = await startRuntime(process.env);
  const stop = new AbortController();
  const work = awaitDemo(stop.signal).then(() => runWorker(stop.signal));
  onShutdown(async () => {
    stop.abort();
    await work;
    await runtime.close();
  });
  await work;
}

main().catch(exitOn);
