// A new session: the browser gets 256 random bits, the table only their hash.
import { createHash, randomBytes } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import { sessions, type users } from '@/drizzle/schema';
import { now } from '../clock';
import type { Tx } from '../db/transaction';

export interface StartedSession {
  readonly token: string;
  readonly expiresAt: Date;
}

const lifetimeMs = 30 * 24 * 60 * 60 * 1000;

export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Also clears away the user's expired sessions. */
export async function startSession(
  tx: Tx,
  user: Pick<typeof users.$inferSelect, 'workspaceId' | 'id'>,
): Promise<StartedSession> {
  const token = randomBytes(32).toString('base64url');
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + lifetimeMs);
  await tx.delete(sessions).where(and(eq(sessions.userId, user.id), lt(sessions.expiresAt, createdAt)));
  await tx.insert(sessions).values({
    workspaceId: user.workspaceId,
    id: hashOfToken(token),
    userId: user.id,
    createdAt,
    expiresAt,
  });
  return { token, expiresAt };
}
