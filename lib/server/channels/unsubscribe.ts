// The unsubscribe link at work: the one-click call of a mail program, or the button on the page.
import { and, eq } from 'drizzle-orm';
import { suppressions, workspaces } from '@/drizzle/schema';
import { inWorkspace } from '../db/transaction';
import { type OptedOut, optOut } from '../delivery/opt-out';
import { wake } from '../wake';
import { readUnsubscribeToken } from './unsubscribe-token';

/** Null for a link that is not ours. Doing it again changes nothing. */
export async function unsubscribe(token: string, source: 'one-click' | 'page'): Promise<OptedOut | null> {
  const subject = readUnsubscribeToken(token);
  if (!subject) return null;
  const done = await inWorkspace(subject.workspaceId, (tx) =>
    optOut(tx, { ...subject, reason: 'unsubscribed', source, proof: { link: subject.address } }),
  );
  // A journey or a segment may have waited for it.
  wake('engine');
  return done;
}

export interface UnsubscribePage {
  readonly brand: string;
  readonly locale: string;
  readonly channel: 'email' | 'sms';
  /** Enough of the address for its owner to recognise it; links get forwarded. */
  readonly address: string;
  readonly isDone: boolean;
}

/** What the page shows before anything is decided. Reads only. */
export async function findUnsubscribePage(token: string): Promise<UnsubscribePage | null> {
  const subject = readUnsubscribeToken(token);
  if (!subject) return null;
  const { workspaceId, channel, address } = subject;
  return inWorkspace(workspaceId, async (tx) => {
    const [workspace] = await tx.select().from(workspaces).where(eq(workspaces.workspaceId, workspaceId));
    if (!workspace) return null;
    const listed = await tx
      .select({ reason: suppressions.reason })
      .from(suppressions)
      .where(
        and(
          eq(suppressions.workspaceId, workspaceId),
          eq(suppressions.channel, channel),
          eq(suppressions.address, address),
        ),
      );
    const { name: brand, locale } = workspace;
    return { brand, locale, channel, address: masked(address), isDone: listed.length > 0 };
  });
}

function masked(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 0) return `${address.slice(0, 4)}•••${address.slice(-2)}`;
  return `${address.slice(0, 1)}•••${address.slice(at)}`;
}
