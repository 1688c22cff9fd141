// The spans of a workspace's holdout, and the one that is asked for as everything that counts needs it.
import { desc, eq } from 'drizzle-orm';
import { holdoutSpans } from '@/drizzle/schema';
import type { Actor } from '../actor';
import { now } from '../clock';
import type { Tx } from '../db/transaction';
import { workspaceDetail } from '../workspace/find-workspace';
import type { SpanQuestion } from './span-sql';

type HoldoutSpan = typeof holdoutSpans.$inferSelect;

interface FoundSpan {
  readonly currency: string;
  readonly timeZone: string;
  /** Newest first. */
  readonly all: readonly HoldoutSpan[];
  /** Null where nobody was ever held out. */
  readonly question: (SpanQuestion & Pick<HoldoutSpan, 'span'>) | null;
}

/** @param asked the newest one where left out. Null where there is no such workspace or span. */
export async function findSpan(tx: Tx, actor: Actor, asked: number | undefined): Promise<FoundSpan | null> {
  const workspace = await workspaceDetail(tx, actor);
  if (!workspace) return null;
  const all = await tx
    .select()
    .from(holdoutSpans)
    .where(eq(holdoutSpans.workspaceId, actor.workspaceId))
    .orderBy(desc(holdoutSpans.span));
  const chosen = asked === undefined ? all[0] : all.find(({ span }) => span === asked);
  if (asked !== undefined && !chosen) return null;
  const { timeZone, currency } = workspace;
  const question = chosen ? { ...chosen, until: chosen.endedAt ?? now(), currency } : null;
  return { currency, timeZone, all, question };
}
