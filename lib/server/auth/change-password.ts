// A new password for the one who knows the old one. Every session ends, a stolen one too; this browser gets a new one.
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { sessions, users } from '@/drizzle/schema';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { inWorkspace } from '../db/transaction';
import { countAttempt } from './attempt';
import { hashPassword, Password, passwordMatches } from './password';
import { sessionRefusal } from './session-refusal';
import { type StartedSession, startSession } from './start-session';

export const ChangePassword = z.strictObject({
  currentPassword: z.string().min(1).max(200),
  newPassword: Password,
});
export type ChangePassword = z.infer<typeof ChangePassword>;

export async function changePassword(actor: Actor, input: ChangePassword): Promise<Result<StartedSession>> {
  const email = await emailOf(actor);
  const attempt = await countAttempt(email);
  if (attempt.kind === 'locked')
    return sessionRefusal('too-many-attempts', { minutes: attempt.minutes, field: 'currentPassword' });
  const { user } = attempt;
  if (!user || !(await passwordMatches(input.currentPassword, user.passwordHash)))
    return sessionRefusal('wrong-password', { field: 'currentPassword' });
  const passwordHash = await hashPassword(input.newPassword);
  const session = await inWorkspace(actor.workspaceId, async (tx) => {
    await tx
      .update(users)
      .set({ passwordHash, failedSignIns: 0, lockedUntil: null })
      .where(eq(users.id, user.id));
    await tx.delete(sessions).where(eq(sessions.userId, user.id));
    await audit(tx, actor, 'user.password-changed', user.id);
    return startSession(tx, user);
  });
  return ok(session);
}

async function emailOf({ workspaceId, id }: Actor): Promise<string> {
  const [user] = await inWorkspace(workspaceId, (tx) =>
    tx.select({ email: users.email }).from(users).where(sql`${users.id} = ${id}`),
  );
  if (!user) throw new Error(`The signed-in user ${id} is gone.`);
  return user.email;
}
