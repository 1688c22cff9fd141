// The gate before the pages: forms and actions of other sites, and actions of nobody, never reach them. The API has its own.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Refusal } from '@/lib/core/result';
import { refusal } from '../refusal';
import { isOurOrigin } from './is-our-origin';
import { isPublicAction } from './public-actions';
import { sessionCookie } from './session-cookie-name';
import { sessionRefusal } from './session-refusal';

/** True where the request was refused, and answered. */
export function refuseForm(request: IncomingMessage, response: ServerResponse): boolean {
  const { method = 'GET', url = '/', headers } = request;
  if (['GET', 'HEAD', 'OPTIONS'].includes(method) || url.startsWith('/v1/')) return false;
  const isSignedIn = headers.cookie?.includes(`${sessionCookie}=`) === true;
  const isAction = headers['next-action'] !== undefined;
  // A mail program on another site that unsubscribes somebody has neither a session nor an action.
  if ((isSignedIn || isAction) && !isOurOrigin(headers.origin ?? null, headers.host ?? null)) {
    return answer(response, 403, refusal('foreign-origin'));
  }
  const mayBeAnybody = isSignedIn || !isAction || isPublicAction(String(headers['next-action']));
  return !mayBeAnybody && answer(response, 401, sessionRefusal('signed-out'));
}

function answer(response: ServerResponse, status: number, refused: { readonly refusal: Refusal }): true {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(refused.refusal));
  return true;
}
