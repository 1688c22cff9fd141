// Where a journey stands, as publish, pause, resume and archive answer.
import { and, eq } from 'drizzle-orm';
import { journeyVersions } from '@/drizzle/schema';
import type { JourneyStanding, JourneyState } from '@/lib/core/api/journey';
import type { Tx } from '../db/transaction';
import type { LockedJourney } from './lock-journey';

export async function standingOf(
  tx: Tx,
  journey: LockedJourney,
  state: JourneyState,
): Promise<JourneyStanding> {
  const version = await liveVersionOf(tx, journey);
  return {
    id: journey.id,
    state,
    version: journey.liveVersion,
    publishedAt: version?.publishedAt.toISOString() ?? null,
  };
}

export async function liveVersionOf(tx: Tx, journey: LockedJourney) {
  if (journey.liveVersion === null) return null;
  const [version] = await tx
    .select()
    .from(journeyVersions)
    .where(
      and(
        eq(journeyVersions.workspaceId, journey.workspaceId),
        eq(journeyVersions.journeyId, journey.id),
        eq(journeyVersions.version, journey.liveVersion),
      ),
    );
  return version ?? null;
}
