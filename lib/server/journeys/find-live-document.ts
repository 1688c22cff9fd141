// The drawing of a journey's live version, so that the studio can say what a publish would change.
import { and, eq } from 'drizzle-orm';
import { journeys, journeyVersions } from '@/drizzle/schema';
import type { JourneyRef } from '@/lib/core/api/journey';
import { JourneyDocument } from '@/lib/core/journey/document';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { readStored } from './read-stored';

/** Null before the first publish, and for a journey that is not there. */
export function findLiveDocument(actor: Actor, input: JourneyRef): Promise<JourneyDocument | null> {
  return inWorkspace(actor.workspaceId, async (tx) => {
    const isLive = and(
      eq(journeyVersions.workspaceId, journeys.workspaceId),
      eq(journeyVersions.journeyId, journeys.id),
      eq(journeyVersions.version, journeys.liveVersion),
    );
    const [version] = await tx
      .select({ document: journeyVersions.document })
      .from(journeys)
      .innerJoin(journeyVersions, isLive)
      .where(and(eq(journeys.workspaceId, actor.workspaceId), eq(journeys.id, input.id)));
    return version ? readStored(JourneyDocument, version.document) : null;
  });
}
