// Ends the session of this browser.
import { eq } from 'drizzle-orm';
import { sessions } from '@/drizzle/schema';
import { asSystem } from '../db/transaction';
import { hashOfToken } from './start-session';

export async function signOut(token: string): Promise<void> {
  await asSystem((tx) => tx.delete(sessions).where(eq(sessions.id, hashOfToken(token))));
}
