// What every change of a journey's state has in common: the row, the rules that may enroll, and the news for the workers.
import { and, eq, sql } from 'drizzle-orm';
import { journeys, triggerRules, workspaces } from '@/drizzle/schema';
import type { JourneyState } from '@/lib/core/api/journey';
import { now } from '../clock';
import type { Tx } from '../db/transaction';
import type { LockedJourney } from './lock-journey';

export async function changeState(
  tx: Tx,
  journey: LockedJourney,
  change: { readonly state: JourneyState; readonly liveVersion: number | null },
): Promise<void> {
  const { workspaceId, id } = journey;
  await tx
    .update(journeys)
    .set({ ...change, updatedAt: now() })
    .where(and(eq(journeys.workspaceId, workspaceId), eq(journeys.id, id)));
  const enrolls = change.state === 'live' ? sql`${triggerRules.version} = ${change.liveVersion}` : sql`false`;
  await tx
    .update(triggerRules)
    .set({ isActive: enrolls })
    .where(
      and(
        eq(triggerRules.workspaceId, workspaceId),
        eq(triggerRules.journeyId, id),
        eq(triggerRules.effect, 'enroll'),
      ),
    );
  await tx
    .update(workspaces)
    .set({ rulesRevision: sql`${workspaces.rulesRevision} + 1` })
    .where(eq(workspaces.workspaceId, workspaceId));
}
