// Ends a journey for good: everybody inside leaves, with the reason recorded for each of them.
import { and, eq, sql } from 'drizzle-orm';
import { triggerRules } from '@/drizzle/schema';
import type { JourneyRef, JourneyStanding } from '@/lib/core/api/journey';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import { refusal } from '../refusal';
import { wake } from '../wake';
import { changeState } from './change-state';
import { type LockedJourney, lockJourney } from './lock-journey';
import { lockPassages } from './lock-passages';
import { standingOf } from './standing';
import { tellPassages } from './tell-passages';

export async function archiveJourney(actor: Actor, input: JourneyRef): Promise<Result<JourneyStanding>> {
  const result = await inWorkspace(actor.workspaceId, async (tx) => {
    await lockPassages(tx, actor);
    const journey = await lockJourney(tx, actor, input.id);
    if (!journey) return refusal('not-found');
    if (journey.state !== 'archived') {
      const ended = await endEnrollments(tx, journey);
      await tx
        .delete(triggerRules)
        .where(and(eq(triggerRules.workspaceId, actor.workspaceId), eq(triggerRules.journeyId, journey.id)));
      await changeState(tx, journey, { state: 'archived', liveVersion: journey.liveVersion });
      await audit(tx, actor, 'journey.archived', journey.id, { ended });
    }
    return ok(await standingOf(tx, journey, 'archived'));
  });
  // A segment or another journey may ask who is inside.
  if (result.ok) wake('engine');
  return result;
}

async function endEnrollments(tx: Tx, journey: LockedJourney): Promise<number> {
  const at = now();
  const ended = await rows<{ customerId: Id<'cus'> }>(
    tx,
    sql`
      with inside as (
        select id, node_id from enrollments
        where workspace_id = ${journey.workspaceId} and journey_id = ${journey.id} and status = 'waiting'
      ), ended as (
        update enrollments e
        set status = 'ended', ended_at = ${at}, end_reason = 'journey-archived', wake_at = null
        from inside
        where e.workspace_id = ${journey.workspaceId} and e.id = inside.id
        returning e.customer_id, e.version, e.id, inside.node_id
      ), told as (
        insert into moments (workspace_id, customer_id, journey_id, version, enrollment_id, steps, at)
        select ${journey.workspaceId}, customer_id, ${journey.id}, version, id,
          jsonb_build_array(jsonb_build_array(node_id, 'journey-archived', '{}'::jsonb)), ${at}
        from ended
        returning customer_id
      )
      select customer_id as "customerId" from told`,
  );
  await tellPassages(
    tx,
    journey,
    ended.map(({ customerId }) => customerId),
  );
  return ended.length;
}
