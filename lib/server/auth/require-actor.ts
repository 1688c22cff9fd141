// The guard of every signed-in page. Each page calls it itself: a layout does not run again when only the page changes.
import 'server-only';
import { redirect } from 'next/navigation';
import type { Actor } from '../actor';
import { currentSession } from './current-session';
import type { Session } from './find-session';

export async function requireSession(): Promise<Session> {
  return (await currentSession()) ?? redirect('/sign-in');
}

export async function requireActor(): Promise<Actor> {
  return (await requireSession()).actor;
}
