// Every endpoint of the management API goes through here: who calls, what was sent, the verb, and its answer as HTTP.
import { randomUUID } from 'node:crypto';
import { createTranslator } from 'next-intl';
import type { Endpoint } from '@/lib/core/api/endpoint';
import { isRefusalCode, refusalStatus } from '@/lib/core/api/refusal';
import type { Refusal, Result } from '@/lib/core/result';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Actor } from './actor';
import { callerOf } from './api/caller-of';
import { inputOf } from './api/input-of';
import { withUpload } from './api/upload';
import { refusingNewer } from './journeys/read-stored';
import { log } from './log';
import { perReader } from './per-reader';
import { refusal } from './refusal';
import { runtime } from './runtime';

const sentence = perReader((locale) =>
  createTranslator({ locale, messages: catalogues[locale], namespace: 'api' }),
);

/** What proxies write down of a client that hung up. */
const CLIENT_CLOSED = 499;

type Handler = (request: Request) => Promise<Response>;

type Verb<Input, Reply> = (
  actor: Actor,
  input: Input,
  signal: AbortSignal,
) => Promise<Result<Reply, Refusal>>;

/** @param verb gets what the endpoint's schemas let through, and a signal that whoever asked has gone. */
export function route<Input, Reply>(endpoint: Endpoint<Input, Reply>, verb: Verb<Input, Reply>): Handler {
  return guarded(endpoint, (request) => serve(endpoint, verb, request));
}

/** An endpoint that takes a file. What is wrong with the file as a whole comes out of its reading as an ImportError. */
export function uploadRoute<Input, Reply>(
  endpoint: Endpoint<Input, Reply>,
  verb: (actor: Actor, input: Input, bytes: AsyncIterable<Buffer>) => Promise<Result<Reply, Refusal>>,
): Handler {
  return guarded(endpoint, (request) =>
    serve(endpoint, (actor, input) => withUpload(request, (bytes) => verb(actor, input, bytes)), request),
  );
}

async function serve<Input, Reply>(
  endpoint: Endpoint<Input, Reply>,
  verb: Verb<Input, Reply>,
  request: Request,
): Promise<Response> {
  const caller = await callerOf(request, endpoint);
  if (!caller.ok) return refused(caller.refusal);
  const input = await inputOf(request, endpoint);
  if (!input.ok) return refused(input.refusal);
  // The endpoint's own schemas made this value; the table keeps its type beside them.
  const result = await refusingNewer(() => verb(caller.value, input.value as Input, request.signal));
  return result.ok ? answer(result.value, endpoint.status) : refused(result.refusal);
}

/** An endpoint that is there only where time travel is allowed: elsewhere even a right key finds nothing. */
export function developmentRoute<Input, Reply>(
  endpoint: Endpoint<Input, Reply>,
  verb: Verb<Input, Reply>,
): Handler {
  const handle = route(endpoint, verb);
  return guarded(endpoint, async (request) =>
    runtime().env.allowTimeTravel ? handle(request) : refused(refusal('not-found').refusal),
  );
}

/** An endpoint that says nothing about any workspace and asks for no key. */
export function publicRoute<Reply>(endpoint: Endpoint<unknown, Reply>, reply: () => Reply): Handler {
  return guarded(endpoint, async () => answer(reply(), endpoint.status));
}

function guarded(endpoint: Endpoint, handle: Handler): Handler {
  return async (request) => {
    try {
      return await handle(request);
    } catch (error) {
      if (hasLeft(request, error)) return new Response(null, { status: CLIENT_CLOSED });
      const id = randomUUID();
      log.error({ error, id, endpoint: endpoint.name }, 'An endpoint failed');
      return answer({ code: 'unexpected', message: sentence()('unexpected', { id }) }, 500);
    }
  };
}

/** Whoever asked has hung up in the middle of asking: nothing went wrong here, and nobody reads the answer. */
function hasLeft(request: Request, error: unknown): boolean {
  return request.signal.aborted && error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
}

function refused(refusal: Refusal): Response {
  if (!isRefusalCode(refusal.code)) throw new Error(`the refusal ${refusal.code} has no status`);
  return answer(refusal, refusalStatus[refusal.code]);
}

function answer(value: unknown, status: number): Response {
  const challenge = status === 401 ? { 'www-authenticate': 'Bearer' } : {};
  return Response.json(value, { status, headers: { 'cache-control': 'no-store', ...challenge } });
}
