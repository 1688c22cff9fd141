// Opens the port, or says in one sentence why it cannot.
import type { Server } from 'node:http';
import { StartError } from './start-runtime';

export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be opened (${error.code})`;
      reject(new StartError(`PORT ${port} ${why}; give another one with PORT=….`));
    });
    server.listen(port, () => resolve());
  });
}
