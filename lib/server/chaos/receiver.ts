// Another system that is asked by webhooks: it is away for some first calls, refuses some for good, and answers the others.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

export interface Receiver {
  readonly url: string;
  /** The webhook ids under which each order was asked about. */
  readonly calls: ReadonlyMap<string, ReadonlySet<string>>;
  figures(): Readonly<Record<'webhooksRepeated' | 'webhooksRefused', number>>;
  close(): Promise<void>;
}

const Question = z.object({ order: z.string() });

export async function startReceiver(): Promise<Receiver> {
  const calls = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  let webhooksRefused = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { order } = Question.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    calls.set(order, (calls.get(order) ?? new Set()).add(String(request.headers['webhook-id'])));
    const count = (counts.get(order) ?? 0) + 1;
    counts.set(order, count);
    const status = statusOf(order, count);
    webhooksRefused += Number(status === 410);
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"is": "known"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a TCP port has an address object.
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const figures = () => ({
    webhooksRepeated: [...counts.values()].filter((count) => count > 1).length,
    webhooksRefused,
  });
  return { url: `http://127.0.0.1:${port}/hook`, calls, figures, close };
}

function statusOf(order: string, call: number): number {
  if (order.endsWith('-2')) return 410;
  return order.endsWith('-1') && call === 1 ? 503 : 200;
}
