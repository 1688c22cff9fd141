// The event protocol on plain node:http, in front of Next on the same port: a route handler of Next costs forty times the
// CPU. Answers true for the paths that are its own; everything else is somebody else's.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '../log';
import { answerBrowserClient } from './answer-browser-client';
import { answerEvents } from './answer-events';
import { answerRudderstackSettings, answerSegmentSettings } from './answer-settings';
import { describeFailure } from './database-failure';
import { type Reply, refusalReply, reply } from './reply';
import { unavailable } from './request-refusal';
import { type Route, routeOf } from './route-of';

export async function ingestHandler(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { pathname, query } = split(request.url ?? '/');
  const route = routeOf(pathname);
  if (!route) return false;
  const answer = await answerOf(request, route, query).catch((error: unknown) => {
    log.error(describeFailure(error), 'A request of the event protocol failed');
    return refusalReply(unavailable('unavailable', 'The events could not be stored; send them again.'));
  });
  if (answer) send(response, answer);
  return true;
}

/** Null when the client is gone. */
async function answerOf(
  request: IncomingMessage,
  route: Route,
  query: URLSearchParams,
): Promise<Reply | null> {
  if (request.method === 'OPTIONS') return preflight(request);
  const method = route.kind === 'events' || route.kind === 'client-metrics' ? 'POST' : 'GET';
  if (request.method !== method) return wrongMethod(method);
  switch (route.kind) {
    case 'events':
      return answerEvents(request, query, route.type);
    case 'client-metrics':
      return reply(200, { success: true });
    case 'segment-settings':
      return answerSegmentSettings(request, route.writeKey);
    case 'rudderstack-settings':
      return answerRudderstackSettings(request, query);
    case 'browser-client':
      return answerBrowserClient(route.file, route.writeKey);
  }
}

/** Browsers ask before nearly every call; what they ask for is what they get, since SDKs keep adding headers. */
function preflight(request: IncomingMessage): Reply {
  return {
    status: 204,
    body: '',
    headers: {
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
      'access-control-max-age': '7200',
      vary: 'access-control-request-headers',
    },
  };
}

function wrongMethod(method: string): Reply {
  const refused = refusalReply({ status: 405, code: 'wrong-method', message: `This path takes ${method}.` });
  return { ...refused, headers: { ...refused.headers, allow: `${method}, OPTIONS` } };
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, {
    // No cookie is read here and nothing private is answered, so every page may ask.
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'Retry-After',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'content-length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}

function split(target: string): { pathname: string; query: URLSearchParams } {
  const [pathname = '', ...rest] = target.split('?');
  return { pathname, query: new URLSearchParams(rest.join('?')) };
}
