// Who a session token belongs to, with the workspace they work in. Null when it is unknown or expired.
import { and, eq, gt } from 'drizzle-orm';
import { sessions, users, workspaces } from '@/drizzle/schema';
import type { Actor } from '../actor';
import { now } from '../clock';
import { asSystem } from '../db/transaction';
import { hashOfToken } from './start-session';

export interface Session {
  readonly id: string;
  readonly actor: Actor;
  readonly email: string;
  readonly workspace: Pick<typeof workspaces.$inferSelect, 'name' | 'timeZone' | 'locale' | 'currency'>;
}

export async function findSession(token: string): Promise<Session | null> {
  const id = hashOfToken(token);
  const [found] = await asSystem((tx) =>
    tx
      .select({ user: users, workspace: workspaces })
      .from(sessions)
      .innerJoin(users, and(eq(users.workspaceId, sessions.workspaceId), eq(users.id, sessions.userId)))
      .innerJoin(workspaces, eq(workspaces.workspaceId, sessions.workspaceId))
      .where(and(eq(sessions.id, id), gt(sessions.expiresAt, now()))),
  );
  if (!found) return null;
  const { user, workspace } = found;
  const { name, timeZone, locale, currency } = workspace;
  return {
    id,
    actor: { workspaceId: user.workspaceId, id: user.id, name: user.name, role: user.role },
    email: user.email,
    workspace: { name, timeZone, locale, currency },
  };
}
