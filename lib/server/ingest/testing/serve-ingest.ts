// The handler behind a real HTTP server on a free port, for tests with real clients.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createKey } from '../../keys/create-key';
import { freshWorkspace } from '../../testing/fresh-workspace';
import { unwrap } from '../../testing/unwrap';
import { ingestHandler } from '../handler';

export interface Shop {
  readonly workspaceId: Awaited<ReturnType<typeof freshWorkspace>>['workspaceId'];
  readonly actor: Awaited<ReturnType<typeof freshWorkspace>>['actor'];
  readonly writeKey: string;
  readonly keyId: string;
}

export async function freshShop(): Promise<Shop> {
  const { workspaceId, actor } = await freshWorkspace();
  const { key, id } = unwrap(await createKey(actor, { kind: 'write', name: 'Web shop' }));
  return { workspaceId, actor, writeKey: key, keyId: id };
}

export interface IngestServer {
  readonly url: string;
  /** Statuses that the next requests are answered with before the handler sees any. */
  readonly failNext: number[];
  close(): Promise<void>;
}

export async function serveIngest(): Promise<IngestServer> {
  const failNext: number[] = [];
  const server = createServer(async (request, response) => {
    const status = failNext.shift();
    if (status !== undefined) {
      request.resume();
      response.writeHead(status).end();
    } else if (!(await ingestHandler(request, response))) {
      response.writeHead(404).end('not mine');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${portOf(server)}`, failNext, close: () => end(server) };
}

function portOf(server: Server): number {
  // A listening TCP server always has an address of this shape.
  return (server.address() as AddressInfo).port;
}

function end(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
