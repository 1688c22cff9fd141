// The first start without a seed: whoever opens the studio first names the workspace and becomes its owner.
import { z } from 'zod';
import { users } from '@/drizzle/schema';
import { ok, type Result } from '@/lib/core/result';
import { asSystem } from '../db/transaction';
import { createWorkspace } from '../workspace/create-workspace';
import { hashPassword, Password } from './password';
import { sessionRefusal } from './session-refusal';
import { Email } from './sign-in';
import { type StartedSession, startSession } from './start-session';

export const CreateOwner = z.strictObject({
  workspaceName: z.string().trim().min(1).max(80),
  name: z.string().trim().min(1).max(80),
  email: Email,
  password: Password,
});
export type CreateOwner = z.infer<typeof CreateOwner>;

export async function hasUsers(): Promise<boolean> {
  const found = await asSystem((tx) => tx.select({ id: users.id }).from(users).limit(1));
  return found.length > 0;
}

let creating: Promise<unknown> = Promise.resolve();

/** One at a time in this process, so that two first visitors cannot both become owners. */
export function createOwner(input: CreateOwner): Promise<Result<StartedSession>> {
  const mine = creating.then(() => create(input));
  creating = mine.catch(() => {});
  return mine;
}

async function create({ workspaceName, password, ...owner }: CreateOwner): Promise<Result<StartedSession>> {
  if (await hasUsers()) return sessionRefusal('already-owned');
  const passwordHash = await hashPassword(password);
  const { workspaceId, ownerId } = await createWorkspace({
    name: workspaceName,
    owner: { ...owner, passwordHash },
  });
  return ok(await asSystem((tx) => startSession(tx, { workspaceId, id: ownerId })));
}
