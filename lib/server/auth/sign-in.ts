// Lets a person in by e-mail and password. Wrong e-mail and wrong password look and take the same.
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '@/drizzle/schema';
import { ok, type Result } from '@/lib/core/result';
import { asSystem } from '../db/transaction';
import { log } from '../log';
import { countAttempt } from './attempt';
import { passwordMatches } from './password';
import { sessionRefusal } from './session-refusal';
import { type StartedSession, startSession } from './start-session';

export const Email = z.string().trim().toLowerCase().pipe(z.email().max(320));

export const SignIn = z.strictObject({ email: Email, password: z.string().min(1).max(200) });
export type SignIn = z.infer<typeof SignIn>;

export async function signIn({ email, password }: SignIn): Promise<Result<StartedSession>> {
  const attempt = await countAttempt(email);
  if (attempt.kind === 'locked')
    return sessionRefusal('too-many-attempts', { minutes: attempt.minutes, field: 'password' });
  const { user } = attempt;
  const matches = await passwordMatches(password, user?.passwordHash ?? null);
  if (!user || !matches) {
    log.warn({ userId: user?.id ?? null }, 'A sign-in was refused.');
    return sessionRefusal('wrong-credentials', { field: 'password' });
  }
  const session = await asSystem(async (tx) => {
    await tx.update(users).set({ failedSignIns: 0, lockedUntil: null }).where(eq(users.id, user.id));
    return startSession(tx, user);
  });
  return ok(session);
}
