// One journey with its numbers, without its drawing.
import { sql } from 'drizzle-orm';
import type { JourneyRef, JourneySummary } from '@/lib/core/api/journey';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { journeySummaries } from './journey-summaries';

export async function findJourneySummary(actor: Actor, { id }: JourneyRef): Promise<Result<JourneySummary>> {
  const [journey] = await inWorkspace(actor.workspaceId, (tx) =>
    journeySummaries(
      tx,
      actor,
      sql`select * from journeys where workspace_id = ${actor.workspaceId} and id = ${id}`,
    ),
  );
  return journey ? ok(journey) : refusal('not-found');
}
