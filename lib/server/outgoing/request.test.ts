// D10, D11, D12 on real sockets: what is refused opens none, redirects are not followed, the pinned address is used.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { dispatch } from './dispatch';
import { sendRequest } from './request';
import type { OutgoingRules } from './rules';

const servers: (Server | TcpServer)[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listening<Kind extends Server | TcpServer>(server: Kind): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a TCP port has an address object.
  return (server.address() as AddressInfo).port;
}

const serve = (answer: RequestListener) => listening(createServer(answer));

function rulesFor(more: Partial<OutgoingRules> = {}): OutgoingRules {
  const loopback = [{ address: '127.0.0.1', family: 4 }];
  return { allowHttp: true, allowHosts: [], ownHosts: [], resolve: async () => loopback, ...more };
}

function post(url: string, rules: OutgoingRules, limits?: { connectMs: number; totalMs: number }) {
  const request = { method: 'POST' as const, url, headers: { 'content-type': 'text/plain' }, body: 'hello' };
  return sendRequest(request, {
    rules,
    dispatch: (destination, sent) => dispatch(destination, sent, limits),
  });
}

describe('sendRequest', () => {
  it('connects to the pinned address and keeps the name in Host', async () => {
    const seen: string[] = [];
    const port = await serve((request, response) => {
      seen.push(`${request.method} ${request.headers.host} ${request.headers['content-length']}`);
      response.end('fine');
    });
    let lookups = 0;
    const resolve = async () => [{ address: lookups++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
    const rules = rulesFor({ resolve, allowHosts: ['shop.example'] });
    const outcome = await post(`http://shop.example:${port}/hook`, rules);
    expect(outcome).toMatchObject({ kind: 'answered', status: 200, body: 'fine' });
    expect(seen).toEqual([`POST shop.example:${port} 5`]);
    expect(lookups).toBe(1);
  });

  it('opens no socket to a forbidden address', async () => {
    let connections = 0;
    const port = await listening(
      createTcpServer((socket) => {
        connections += 1;
        socket.destroy();
      }),
    );
    const outcome = await post(`http://127.0.0.1:${port}/`, rulesFor());
    expect(outcome).toMatchObject({ kind: 'refused', code: 'forbidden-port' });
    expect(await post('http://127.0.0.1/', rulesFor())).toMatchObject({ code: 'forbidden-address' });
    expect(connections).toBe(0);
  });

  it('takes a redirect for a failure and never makes the second request', async () => {
    const paths: (string | undefined)[] = [];
    const port = await serve((request, response) => {
      paths.push(request.url);
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
    });
    const outcome = await post(`http://shop.example:${port}/a`, rulesFor({ allowHosts: ['shop.example'] }));
    expect(outcome).toMatchObject({ kind: 'failed', code: 'redirect', mayHaveArrived: true });
    expect(paths).toEqual(['/a']);
  });

  it('keeps 64 KB of an endless answer and hangs up', async () => {
    const closed = new Promise<void>((resolve) => {
      void serve((request, response) => {
        request.socket.on('close', () => resolve());
        const more = () => {
          while (!response.destroyed && response.write('x'.repeat(10_000)));
        };
        response.on('drain', more);
        more();
      }).then(async (port) => {
        const outcome = await post(`http://127.0.0.1:${port}/`, rulesFor({ allowHosts: ['127.0.0.1'] }));
        expect(outcome).toMatchObject({ kind: 'answered', status: 200 });
        expect(outcome.kind === 'answered' && outcome.body.length).toBe(65_536);
      });
    });
    await closed;
  });

  it('tells a request that cannot have arrived from one that may have', async () => {
    const rules = rulesFor({ allowHosts: ['127.0.0.1'] });
    const port = await serve((request) => request.socket.destroy());
    expect(await post(`http://127.0.0.1:${port}/`, rules)).toMatchObject({
      code: 'connection',
      mayHaveArrived: true,
    });
    const [server] = servers;
    await new Promise((resolve) => server?.close(resolve));
    expect(await post(`http://127.0.0.1:${port}/`, rules)).toMatchObject({
      code: 'connection',
      mayHaveArrived: false,
    });
  });

  it('gives up on a silent server', async () => {
    const rules = rulesFor({ allowHosts: ['127.0.0.1'] });
    const port = await listening(createTcpServer(() => {}));
    const outcome = await post(`http://127.0.0.1:${port}/`, rules, { connectMs: 1_000, totalMs: 50 });
    expect(outcome).toMatchObject({ code: 'timeout', mayHaveArrived: true });
    // Plain TCP answers TLS with silence: the handshake never ends, so nothing can have arrived.
    const secure = await post(`https://127.0.0.1:${port}/`, rules, { connectMs: 50, totalMs: 1_000 });
    expect(secure).toMatchObject({ code: 'timeout', mayHaveArrived: false });
  });
});
