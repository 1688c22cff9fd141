// Coming and going: sign in, sign out, a new password, the first owner. The cookie is set here and nowhere else.
'use server';

import { redirect } from 'next/navigation';
import type { Refusal, Result } from '@/lib/core/result';
import { ok } from '@/lib/core/result';
import { action, publicAction } from '@/lib/server/action';
import { ChangePassword, changePassword as changePasswordVerb } from '@/lib/server/auth/change-password';
import { CreateOwner, createOwner as createOwnerVerb } from '@/lib/server/auth/create-owner';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from '@/lib/server/auth/session-cookie';
import { SignIn, signIn as signInVerb } from '@/lib/server/auth/sign-in';
import { signOut as signOutVerb } from '@/lib/server/auth/sign-out';
import type { StartedSession } from '@/lib/server/auth/start-session';

/** Puts the token into the cookie; the browser's scripts never see it. */
async function keep(started: Result<StartedSession>): Promise<Result<null, Refusal>> {
  if (!started.ok) return started;
  await setSessionCookie(started.value);
  return ok(null);
}

export async function signIn(input: SignIn): Promise<Result<null>> {
  return keep(await publicAction(SignIn, signInVerb)(input));
}

export async function createOwner(input: CreateOwner): Promise<Result<null>> {
  return keep(await publicAction(CreateOwner, createOwnerVerb)(input));
}

export async function changePassword(input: ChangePassword): Promise<Result<null>> {
  return keep(
    await action('changePassword', ChangePassword, changePasswordVerb, ['owner', 'editor', 'viewer'])(input),
  );
}

export async function signOut(): Promise<void> {
  const token = await readSessionCookie();
  if (token) await signOutVerb(token);
  await clearSessionCookie();
  redirect('/sign-in');
}
