// A web server on loopback that answers the calls it gets by a script, one after another.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (response: ServerResponse) => void;

export interface ScriptedReceiver {
  readonly host: string;
  /** The bodies of the calls that came. */
  readonly calls: string[];
  close(): Promise<void>;
}

/** The last answer of the script is given again and again. */
export async function startScriptedReceiver(
  ...script: readonly [Answer, ...Answer[]]
): Promise<ScriptedReceiver> {
  const calls: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    calls.push(Buffer.concat(chunks).toString('utf8'));
    const answer = script[calls.length - 1] ?? script.at(-1);
    answer?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a TCP port has an address object.
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { host: `127.0.0.1:${port}`, calls, close };
}

export function answerWith(status: number, body = '', headers: Record<string, string> = {}): Answer {
  return (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}
