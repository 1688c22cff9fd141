// The load of `npm run bench -- ingest`: a fixed number of events, 100 a request, eight requests at a time.
import { Agent, request } from 'node:http';
import { benchEvents } from '../server/bench/bench-events';
import type { Load } from '../server/bench/load-process';

const PER_REQUEST = 100;
const AT_ONCE = 8;

const load = JSON.parse(process.argv[2] ?? '{}') as Load;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
const authorization = `Basic ${Buffer.from(`${load.key}:`).toString('base64')}`;
const events = benchEvents(load.events, 'Product Viewed', load.seed);
const bodies: string[] = [];
for (let start = 0; start < events.length; start += PER_REQUEST) {
  bodies.push(JSON.stringify({ batch: events.slice(start, start + PER_REQUEST) }));
}

await Promise.all(Array.from({ length: AT_ONCE }, sendSome));
agent.destroy();

async function sendSome(): Promise<void> {
  for (let body = bodies.pop(); body; body = bodies.pop()) await send(body);
}

function send(body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const call = request({
      port: load.port,
      host: '127.0.0.1',
      path: '/v1/batch',
      method: 'POST',
      headers,
      agent,
    });
    call.once('error', reject);
    call.once('response', (response) => {
      response.resume();
      response.once('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode}`)),
      );
    });
    call.end(body);
  });
}
