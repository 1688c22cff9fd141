// The handler behind a real HTTP server on a free port, for tests with real clients.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../../actor';
import { createKey } from '../../keys/create-key';
import { freshWorkspace } from '../../testing/fresh-workspace';
import { unwrap } from '../../testing/unwrap';
import { ingestHandler } from '../handler';

export interface Shop {
  readonly workspaceId: Id<'wsp'>;
  readonly actor: Actor;
  readonly writeKey: string;
  readonly keyId: Id<'key'>;
}

export async function freshShop(): Promise<Shop> {
  const { workspaceId, actor } = await freshWorkspace();
  const { key, id } = unwrap(await createKey(actor, { kind: 'write', name: 'Web shop' }));
  return { workspaceId, actor, writeKey: key, keyId: id };
}

interface SeenRequest {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface IngestServer {
  readonly url: string;
  /** Statuses that the next requests are answered with before the handler sees any. */
  readonly failNext: number[];
  readonly seen: SeenRequest[];
  close(): Promise<void>;
}

export async function serveIngest(): Promise<IngestServer> {
  const failNext: number[] = [];
  const seen: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    seen.push({ url: request.url ?? '', headers: request.headers });
    const status = failNext.shift();
    if (status !== undefined) {
      request.resume();
      response.writeHead(status).end();
    } else if (!(await ingestHandler(request, response))) {
      response.writeHead(404).end('left to Next');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${portOf(server)}`, failNext, seen, close: () => end(server) };
}

function portOf(server: Server): number {
  // A listening TCP server always has an address of this shape.
  return (server.address() as AddressInfo).port;
}

function end(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
