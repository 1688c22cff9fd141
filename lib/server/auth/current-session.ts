// The session of the request at hand, looked up once however many ask.
import 'server-only';
import { cache } from 'react';
import { findSession, type Session } from './find-session';
import { readSessionCookie } from './session-cookie';

export const currentSession = cache(async (): Promise<Session | null> => {
  const token = await readSessionCookie();
  return token ? findSession(token) : null;
});
