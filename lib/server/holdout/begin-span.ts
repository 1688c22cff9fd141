// Another share or another draw of the holdout: from now on people are counted anew, apart from those before.
import { and, eq, isNull, max } from 'drizzle-orm';
import { holdoutSpans } from '@/drizzle/schema';
import type { Id } from '@/lib/core/id';
import type { HoldoutDraw } from '@/lib/core/policy/holdout';
import { now } from '../clock';
import type { Tx } from '../db/transaction';

/** With 0 percent nobody is held out, and no span lasts. The caller holds the workspace's row. */
export async function beginSpan(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  { percent, draw }: HoldoutDraw,
): Promise<void> {
  const startedAt = now();
  const own = eq(holdoutSpans.workspaceId, workspaceId);
  await tx
    .update(holdoutSpans)
    .set({ endedAt: startedAt })
    .where(and(own, isNull(holdoutSpans.endedAt)));
  if (percent === 0) return;
  const [last] = await tx
    .select({ span: max(holdoutSpans.span) })
    .from(holdoutSpans)
    .where(own);
  const span = (last?.span ?? 0) + 1;
  await tx.insert(holdoutSpans).values({ workspaceId, span, draw, percent, startedAt });
}
