// What can be told of a journey whose drawing a newer release has saved.
import { sql } from 'drizzle-orm';
import type { JourneyRef, JourneySummary } from '@/lib/core/api/journey';
import { parseProgram } from '@/lib/core/engine/parse-program';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';
import { findJourneySummary } from './find-journey-summary';

export interface NewerJourney extends JourneySummary {
  /** The draft as it is stored, as indented JSON. */
  readonly drawing: string;
  /** Whether this release can run the live version; false where there is none. */
  readonly isLiveKnown: boolean;
}

export async function findNewerJourney(actor: Actor, { id }: JourneyRef): Promise<Result<NewerJourney>> {
  const summary = await findJourneySummary(actor, { id });
  if (!summary.ok) return summary;
  const [stored] = await inWorkspace(actor.workspaceId, (tx) =>
    rows<{ draft: unknown; program: unknown }>(
      tx,
      sql`
        select j.draft, v.program
        from journeys j left join journey_versions v
          on v.workspace_id = j.workspace_id and v.journey_id = j.id and v.version = j.live_version
        where j.workspace_id = ${actor.workspaceId} and j.id = ${id}`,
    ),
  );
  const drawing = JSON.stringify(stored?.draft ?? null, null, 2);
  return ok({ ...summary.value, drawing, isLiveKnown: parseProgram(stored?.program) !== null });
}
