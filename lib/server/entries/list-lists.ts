// The lists of people that were let into a journey, newest first, with their progress.
import { and, eq, sql } from 'drizzle-orm';
import { journeys } from '@/drizzle/schema';
import type { EntryLists } from '@/lib/core/api/entry';
import type { JourneyRef } from '@/lib/core/api/journey';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { listEntries } from './list-entries';

const MOST = 50;

export function listLists({ workspaceId }: Actor, { id }: JourneyRef): Promise<Result<EntryLists>> {
  return inWorkspace(workspaceId, async (tx) => {
    const [journey] = await tx
      .select({ id: journeys.id })
      .from(journeys)
      .where(and(eq(journeys.workspaceId, workspaceId), eq(journeys.id, id)));
    if (!journey) return refusal('not-found');
    // Without a total, rows are still arriving.
    const data = await listEntries(
      tx,
      sql`select * from entry_lists where workspace_id = ${workspaceId} and journey_id = ${id} and total > 0
        order by created_at desc, id desc limit ${MOST}`,
    );
    return ok({ data });
  });
}
