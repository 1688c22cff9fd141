// A webhook receiver on loopback that keeps every call; paths are answered the way bad days are.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

interface TakenCall {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface WebhookReceiver {
  readonly url: string;
  readonly taken: readonly TakenCall[];
  close(): Promise<void>;
}

/** `/status/503` answers 503 with `Retry-After: 30`; `/drop` takes the call and hangs up; the rest is fine. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const taken: TakenCall[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const path = request.url ?? '/';
    const status = Number(/^\/status\/(\d+)/.exec(path)?.[1] ?? 204);
    if (status < 300)
      taken.push({ path, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
    if (path.startsWith('/drop')) request.socket.destroy();
    else response.writeHead(status, { 'retry-after': '30', location: 'https://elsewhere.example/' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a TCP port has an address object.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
