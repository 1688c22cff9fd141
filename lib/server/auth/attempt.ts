// Counts a sign-in attempt before its password is checked, so that many at once cannot slip past the limit.
import { eq } from 'drizzle-orm';
import { users } from '@/drizzle/schema';
import { now } from '../clock';
import { asSystem } from '../db/transaction';
import { lockedUntil, minutesLocked } from './lockout';

type User = typeof users.$inferSelect;

export type Attempt =
  | { readonly kind: 'locked'; readonly minutes: number }
  | { readonly kind: 'open'; readonly user: User | null };

/** Unknown addresses are counted too, in memory, so that they answer like known ones. */
const strangers = new Map<string, { failures: number; until: Date | null }>();
const mostStrangers = 1000;

export function countAttempt(email: string): Promise<Attempt> {
  return asSystem(async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.email, email)).for('update');
    if (!user) return countStranger(email);
    const minutes = minutesLocked(user.lockedUntil, now());
    if (minutes !== null) return { kind: 'locked', minutes };
    const failures = user.failedSignIns + 1;
    await tx
      .update(users)
      .set({ failedSignIns: failures, lockedUntil: lockedUntil(failures, now()) })
      .where(eq(users.email, email));
    return { kind: 'open', user };
  });
}

function countStranger(email: string): Attempt {
  const known = strangers.get(email) ?? { failures: 0, until: null };
  const minutes = minutesLocked(known.until, now());
  if (minutes !== null) return { kind: 'locked', minutes };
  const failures = known.failures + 1;
  strangers.delete(email);
  strangers.set(email, { failures, until: lockedUntil(failures, now()) });
  const [oldest] = strangers.keys();
  if (strangers.size > mostStrangers && oldest !== undefined) strangers.delete(oldest);
  return { kind: 'open', user: null };
}
