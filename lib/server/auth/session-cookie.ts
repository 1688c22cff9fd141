// The cookie that carries a session: unreadable for scripts, not sent from other sites, encrypted in transit where we can.
import { cookies } from 'next/headers';
import { runtime } from '../runtime';
import { sessionCookie } from './session-cookie-name';
import type { StartedSession } from './start-session';

export async function setSessionCookie({ token, expiresAt }: StartedSession): Promise<void> {
  (await cookies()).set(sessionCookie, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: runtime().env.publicUrl.startsWith('https:'),
    path: '/',
    expires: expiresAt,
  });
}

export async function readSessionCookie(): Promise<string | null> {
  return (await cookies()).get(sessionCookie)?.value ?? null;
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete(sessionCookie);
}
