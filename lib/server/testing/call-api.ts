// Calls an endpoint as Next would: the route file of its path, a real Request, a real Response.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Endpoint } from '@/lib/core/api/endpoint';
import type { Actor } from '../actor';
import { startSession } from '../auth/start-session';
import { inWorkspace } from '../db/transaction';
import { createKey } from '../keys/create-key';
import { unwrap } from './unwrap';

export const apiFolder = path.resolve(import.meta.dirname, '../../../app/v1');

export interface Call {
  readonly headers?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  /** Instead of `body`: what really goes over the wire. */
  readonly text?: string;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  // Tests look into answers freely; what they find is compared, not trusted.
  readonly body: Record<string, unknown>;
}

/** `/v1/journeys/{id}` is served by `app/v1/journeys/[id]/route.ts`. */
export function routeFile(endpointPath: string): string {
  const folder = endpointPath.replace(/^\/v1\//, '').replace(/\{(\w+)\}/g, '[$1]');
  return path.join(apiFolder, folder, 'route.ts');
}

export async function callApi(endpoint: Endpoint, call: Call = {}): Promise<Answer> {
  const { headers = {}, params = {}, query = '', body, text } = call;
  const address = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? name),
  );
  const content = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const request = new Request(`http://localhost:3000${address}${query}`, {
    method: endpoint.method,
    headers: { host: 'localhost:3000', ...headers },
    ...(content === undefined || endpoint.method === 'GET' ? {} : { body: content }),
  });
  const response = await (await handlerOf(endpoint))(request);
  const answered = await response.text();
  return { status: response.status, text: answered, body: JSON.parse(answered) };
}

async function handlerOf({
  path: endpointPath,
  method,
}: Endpoint): Promise<(request: Request) => Promise<Response>> {
  const file = routeFile(endpointPath);
  if (!existsSync(file)) throw new Error(`${endpointPath} has no route file`);
  return (await import(/* @vite-ignore */ file))[method];
}

export async function bearer(
  actor: Actor,
  kind: 'write' | 'secret' = 'secret',
): Promise<Record<string, string>> {
  const { key } = unwrap(await createKey(actor, { kind, name: 'Test' }));
  return { authorization: `Bearer ${key}` };
}

/** The cookie of the actor's user, as a browser on our own page sends it; `origin` says otherwise. */
export async function cookieOf(
  actor: Actor,
  origin = 'http://localhost:3000',
): Promise<Record<string, string>> {
  const { id, workspaceId } = actor;
  if (!id.startsWith('usr_')) throw new Error('only people have sessions');
  // The check above is what the cast states.
  const user = { workspaceId, id: id as `usr_${string}` };
  const { token } = await inWorkspace(workspaceId, (tx) => startSession(tx, user));
  return { cookie: `throughline_session=${token}`, origin };
}
