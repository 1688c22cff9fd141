// Reads from our own API in the browser. The session cookie says who asks.
import type { ApiError } from '@/lib/core/api/page';
import type { RefusalCode } from '@/lib/core/api/refusal';

class ReadFailure extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export type QueryValues = Record<string, string | number | undefined>;

/** Leaves out what is undefined. The reply's type is the caller's word for what the endpoint answers. */
export async function getJson<Reply>(path: string, query: QueryValues, signal: AbortSignal): Promise<Reply> {
  const given = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  );
  const search = given.length > 0 ? `?${new URLSearchParams(given)}` : '';
  return answerOf(await fetch(`${path}${search}`, { signal, headers: { accept: 'application/json' } }));
}

/** For questions too long for an address. Nothing is changed by them. */
export async function askJson<Reply>(path: string, question: unknown, signal: AbortSignal): Promise<Reply> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  const body = JSON.stringify(question);
  return answerOf(await fetch(path, { method: 'POST', signal, headers, body }));
}

async function answerOf<Reply>(response: Response): Promise<Reply> {
  // The same build serves both ends: replies have the shapes of lib/core/api, so the browser does not parse them again.
  if (response.ok) return (await response.json()) as Reply;
  const { code, message } = await errorOf(response);
  throw new ReadFailure(response.status, code, message);
}

async function errorOf(response: Response): Promise<ApiError> {
  // Every error of the API has this shape; a proxy in between may answer anything, hence the fallback.
  const fallback = { code: 'unreadable', message: response.statusText };
  return { ...fallback, ...((await response.json().catch(() => ({}))) as Partial<ApiError>) };
}

/** Whether the server refused with that code. */
export function isRefusedAs(error: Error | null, code: RefusalCode): boolean {
  return error instanceof ReadFailure && error.code === code;
}

/** A refusal will be the same the next time; only a server in trouble is asked again. */
export function isWorthRetrying(failures: number, error: Error): boolean {
  const isRefusal = error instanceof ReadFailure && error.status < 500 && error.status !== 429;
  return !isRefusal && failures < 2;
}
