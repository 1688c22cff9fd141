// The signed-in person behind a request to a route handler, by the session cookie alone.
import type { Actor } from '../actor';
import { findSession } from './find-session';
import { sessionCookie } from './session-cookie-name';

/** Null when there is no session. Callers that change something must check the Origin themselves. */
export async function actorOfRequest(request: Request): Promise<Actor | null> {
  const token = tokenIn(request.headers.get('cookie') ?? '');
  return token ? ((await findSession(token))?.actor ?? null) : null;
}

function tokenIn(cookies: string): string | null {
  for (const cookie of cookies.split(';')) {
    const [name, value] = cookie.trim().split('=');
    if (name === sessionCookie && value) return value;
  }
  return null;
}
