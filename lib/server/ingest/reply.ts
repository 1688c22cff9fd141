// Replies as values: decided first, sent in one place.
import type { RequestRefusal } from './request-refusal';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function reply(status: number, body: object): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}

export function refusalReply({ status, retryAfterSeconds, ...body }: RequestRefusal): Reply {
  const plain = reply(status, body);
  if (retryAfterSeconds === undefined) return plain;
  return { ...plain, headers: { ...plain.headers, 'retry-after': String(retryAfterSeconds) } };
}

export function unknownKey(): Reply {
  return refusalReply({
    status: 401,
    code: 'unknown-key',
    message:
      'No live key came with the request. Give the write key as user of Basic authorization, as "writeKey" in the body or the query, or in the x-write-key header.',
  });
}
