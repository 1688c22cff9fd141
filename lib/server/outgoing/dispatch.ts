// Opens the one socket of an outgoing request, to the pinned address only, and reads a bounded answer. Follows nothing.
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Destination } from './check-destination';

const CONNECT_MS = 10_000;
const TOTAL_MS = 15_000;
const KEPT_BYTES = 64 * 1024;

export interface OutgoingRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  readonly headers: Readonly<http.IncomingHttpHeaders>;
  /** At most 64 KB. */
  readonly body: string;
}

export interface Failed {
  readonly kind: 'failed';
  readonly code: 'redirect' | 'timeout' | 'connection';
  readonly detail: string;
  /** False only where the other side cannot have seen the request. */
  readonly mayHaveArrived: boolean;
}

export interface Limits {
  readonly connectMs: number;
  readonly totalMs: number;
}

const defaults: Limits = { connectMs: CONNECT_MS, totalMs: TOTAL_MS };

export function dispatch(
  { url, pinned }: Destination,
  request: OutgoingRequest,
  limits: Limits = defaults,
): Promise<Answered | Failed> {
  return new Promise((resolve) => {
    let isConnected = false;
    const fail = (code: Failed['code'], detail: string) =>
      settle({ kind: 'failed', code, detail, mayHaveArrived: isConnected });
    const client = url.protocol === 'https:' ? https : http;
    const outgoing = client.request(url, {
      method: request.method,
      headers: { ...request.headers, ...lengthOf(request.body) },
      agent: false,
      lookup: pinTo(pinned.address, pinned.family),
    });
    const connecting = setTimeout(() => fail('timeout', 'No connection in time'), limits.connectMs);
    const overall = setTimeout(() => fail('timeout', 'No answer in time'), limits.totalMs);
    const settle = (outcome: Answered | Failed) => {
      clearTimeout(connecting);
      clearTimeout(overall);
      outgoing.destroy();
      resolve(outcome);
    };
    whenConnected(outgoing, () => {
      isConnected = true;
      clearTimeout(connecting);
    });
    outgoing.on('error', (error) => fail('connection', error.message));
    outgoing.on('response', (response) => {
      const status = response.statusCode ?? 0;
      if (status >= 300 && status < 400) return fail('redirect', `Answered ${status} with a redirect`);
      read(response, (body) => settle({ kind: 'answered', status, headers: response.headers, body }), fail);
    });
    outgoing.end(request.body);
  });
}

function pinTo(address: string, family: number): LookupFunction {
  return (_host, options, done) => {
    if (options.all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
}

function lengthOf(body: string | undefined): Record<string, string> {
  return body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
}

/** For TLS the handshake counts too: before it ends no byte of the request is on its way. */
function whenConnected(outgoing: ClientRequest, act: () => void): void {
  outgoing.on('socket', (socket) => {
    const isSecure = 'encrypted' in socket;
    // A TLS socket announces its handshake with an event that plain sockets do not have.
    if (isSecure) (socket as TLSSocket).once('secureConnect', act);
    else socket.once('connect', act);
  });
}

function read(
  response: IncomingMessage,
  done: (body: string) => void,
  fail: (code: Failed['code'], detail: string) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const finish = () => done(Buffer.concat(chunks).subarray(0, KEPT_BYTES).toString('utf8'));
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= KEPT_BYTES) finish();
  });
  response.on('end', finish);
  response.on('error', (error) => fail('connection', error.message));
}
