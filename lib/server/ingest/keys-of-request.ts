// Where clients put their key. Basic user first, then the body, the query and Jitsu's header; each of them may hold
// something else, so all are candidates, in this order. Jitsu insists on `key:secret`: what follows a colon is ignored.
import type { IncomingMessage } from 'node:http';
import type { Json } from '@/lib/core/json';
import { isObject } from './read-request';

const MAX_KEY_LENGTH = 200;

export function keysOfRequest(request: IncomingMessage, query: URLSearchParams, body: Json): string[] {
  const inBody = isObject(body) && typeof body.writeKey === 'string' ? body.writeKey : null;
  const header = request.headers['x-write-key'];
  const candidates = [
    fromAuthorization(request.headers.authorization ?? ''),
    inBody,
    query.get('writeKey'),
    typeof header === 'string' ? header : null,
  ];
  const keys = candidates.flatMap((candidate) => candidate?.split(':')[0] || []);
  return keys.filter((key) => key.length <= MAX_KEY_LENGTH);
}

/** The user of Basic credentials, with or without the colon, or a bearer token. */
function fromAuthorization(header: string): string | null {
  const [, scheme = '', value = ''] = /^(Basic|Bearer) +(\S+)$/i.exec(header.trim()) ?? [];
  return scheme.toLowerCase() === 'basic' ? Buffer.from(value, 'base64').toString('utf8') : value;
}
