// Opens the port, or says in one sentence why it cannot.
import type { Server } from 'node:http';
import { StartError } from './start-runtime';

/** Longer than proxies and clients keep a connection, so that it is not closed under a request that is on its way. */
const KEEP_ALIVE_MS = 75_000;

export function listen(server: Server, port: number): Promise<void> {
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be opened (${error.code})`;
      reject(new StartError(`PORT ${port} ${why}; give another one with PORT=….`));
    });
    server.listen(port, () => resolve());
  });
}
