// Which journey sends first. Holds at once: for what will be commanded, and for what already waits in the outbox.
import { and, eq, sql } from 'drizzle-orm';
import { journeys } from '@/drizzle/schema';
import type { JourneyPriority, SetPriority } from '@/lib/core/api/sending';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { inWorkspace, type Tx } from '../db/transaction';
import { lockJourney } from '../journeys/lock-journey';
import { refusal } from '../refusal';

export function setPriority(actor: Actor, { id, priority }: SetPriority): Promise<Result<JourneyPriority>> {
  return inWorkspace(actor.workspaceId, async (tx) => {
    const journey = await lockJourney(tx, actor, id);
    if (!journey) return refusal('not-found');
    if (journey.state === 'archived') return refusal('journey-archived');
    if (journey.priority !== priority) {
      await tx
        .update(journeys)
        .set({ priority })
        .where(and(eq(journeys.workspaceId, actor.workspaceId), eq(journeys.id, id)));
      await reorderQueued(tx, actor, { id, priority });
      await audit(tx, actor, 'journey.priority-set', id, { before: journey.priority, after: priority });
    }
    return ok({ id, priority });
  });
}

/** Locks in order of id, as everybody does who locks several sends. */
async function reorderQueued(tx: Tx, { workspaceId }: Actor, { id, priority }: SetPriority): Promise<void> {
  await tx.execute(sql`
    with queued as materialized (
      select o.id from outbox o
      where o.workspace_id = ${workspaceId} and o.journey_id = ${id} and o.status = 'queued'
      order by o.id for update of o)
    update outbox o set priority = ${priority}
    from queued where o.workspace_id = ${workspaceId} and o.id = queued.id`);
}
