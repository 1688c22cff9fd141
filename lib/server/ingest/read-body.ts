// The bytes of a request, inflated where needed, never more than the limits allow. The content type is not looked at:
// real clients send gzip as a form and JSON as plain text.
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ok, type Result, refuse } from '@/lib/core/result';
import { INFLATION_FLOOR_BYTES, MAX_BODY_BYTES, MAX_INFLATION, MAX_WAITING_BYTES } from './limits';
import { type RequestRefusal, unavailable } from './request-refusal';

const inflate = promisify(gunzip);

/** Answers null when the client went away. */
export async function readBody(request: IncomingMessage): Promise<Result<string, RequestRefusal> | null> {
  const bytes = await receive(request);
  // The rest is read and dropped: a client that cannot finish sending never gets to the reply.
  if (bytes && !bytes.ok) request.resume();
  if (!bytes?.ok) return bytes;
  const plain = isGzip(bytes.value) ? await unpack(bytes.value) : bytes;
  return plain.ok ? ok(textOf(plain.value)) : plain;
}

/** What all requests under way have sent so far. */
let arriving = 0;

async function receive(request: IncomingMessage): Promise<Result<Buffer, RequestRefusal> | null> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Leaving the loop early must not end the connection: the client has yet to read why.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      arriving += chunk.length;
      if (size > MAX_BODY_BYTES) return tooLarge();
      if (arriving > MAX_WAITING_BYTES) return overloaded();
      chunks.push(chunk);
    }
    return ok(Buffer.concat(chunks, size));
  } catch {
    return null;
  } finally {
    arriving -= size;
  }
}

function overloaded() {
  return refuse(unavailable('overloaded', 'Too many requests arrive at once; send again later.'));
}

async function unpack(bytes: Buffer): Promise<Result<Buffer, RequestRefusal>> {
  const allowed = Math.max(INFLATION_FLOOR_BYTES, bytes.length * MAX_INFLATION);
  try {
    return ok(await inflate(bytes, { maxOutputLength: Math.min(MAX_BODY_BYTES, allowed) }));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return tooLarge();
    return refuse({ status: 400, code: 'broken-gzip', message: 'The body starts as gzip but is damaged.' });
  }
}

/** Told by its first two bytes, which no JSON can start with; headers lie in both directions. */
function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function textOf(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function tooLarge() {
  return refuse({
    status: 413 as const,
    code: 'too-large',
    message:
      'The body is larger than 4 MB, or inflates to more than 4 MB or more than 20 times its size. Send fewer events per request.',
    limit: MAX_BODY_BYTES,
  });
}
