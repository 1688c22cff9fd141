// Takes the last publish back within an hour: the version before enrolls again, and people its plan touched go back.
import { sql } from 'drizzle-orm';
import type { JourneyRef } from '@/lib/core/api/journey';
import type { UndonePublish } from '@/lib/core/api/version';
import type { Id } from '@/lib/core/id';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import { followVersion } from '../experiments/follow-version';
import { refusal } from '../refusal';
import { wake } from '../wake';
import { changeState } from './change-state';
import { type LockedJourney, lockJourney } from './lock-journey';
import { lockPassages } from './lock-passages';
import { standingOf } from './standing';
import { tellPassages } from './tell-passages';

/** How long a publish can be taken back (ms). */
export const UNDO_MS = 3_600_000;

interface Move {
  readonly id: Id<'mov'>;
  readonly fromVersion: number;
}

export async function undoPublish(actor: Actor, input: JourneyRef): Promise<Result<UndonePublish>> {
  const result = await inWorkspace(actor.workspaceId, async (tx) => {
    await lockPassages(tx, actor);
    const journey = await lockJourney(tx, actor, input.id);
    if (!journey) return refusal('not-found');
    if (journey.state === 'archived') return refusal('journey-archived');
    const move = await findUndoable(tx, journey);
    if (!move) return refusal('nothing-to-undo');
    const counts = await putBack(tx, journey, move);
    const { state } = journey;
    await changeState(tx, journey, { state, liveVersion: move.fromVersion });
    await followVersion(tx, { ...journey, liveVersion: move.fromVersion });
    const detail = { from: journey.liveVersion, to: move.fromVersion, ...counts };
    await audit(tx, actor, 'journey.publish-undone', journey.id, detail);
    return ok({ ...(await standingOf(tx, { ...journey, liveVersion: move.fromVersion }, state)), ...counts });
  });
  if (result.ok) wake('engine');
  return result;
}

async function findUndoable(
  tx: Tx,
  { workspaceId, id, liveVersion }: LockedJourney,
): Promise<Move | undefined> {
  const since = new Date(now().getTime() - UNDO_MS);
  const [move] = await rows<Move>(
    tx,
    sql`
      select id, (plan->>'fromVersion')::int as "fromVersion" from journey_moves
      where workspace_id = ${workspaceId} and journey_id = ${id} and to_version = ${liveVersion}
        and undone_at is null and at > ${since}
      order by at desc limit 1`,
  );
  return move;
}

/**
 * Puts back who still is where the plan put them. Whoever has moved since, or left by the plan and came again since,
 * stays: nobody is torn out of what they have begun.
 */
async function putBack(
  tx: Tx,
  journey: LockedJourney,
  move: Move,
): Promise<{ restored: number; left: number }> {
  const at = now();
  const { workspaceId, id: journeyId } = journey;
  const [counted] = await rows<{ restored: Id<'cus'>[]; touched: number }>(
    tx,
    sql`
      with touched as (
        select enrollment_id as id, before, after from journey_move_rows
        where workspace_id = ${workspaceId} and move_id = ${move.id}
      ), restored as (
        update enrollments e
        set version = (t.before->>'version')::int, node_id = t.before->>'nodeId', visits = (t.before->>'visits')::int,
          arrived_at = (t.before->>'arrivedAt')::timestamptz, wake_at = (t.before->>'wakeAt')::timestamptz,
          status = 'waiting', ended_at = null, end_reason = null
        from touched t
        where e.workspace_id = ${workspaceId} and e.id = t.id
          and e.version = (t.after->>'version')::int and e.status = t.after->>'status'
          and e.node_id is not distinct from t.after->>'nodeId' and e.visits = (t.after->>'visits')::int
          and e.wake_at is not distinct from (t.after->>'wakeAt')::timestamptz
          and (e.status = 'waiting' or e.end_reason = 'exited-by-plan' and not exists (
            select from enrollments again where again.workspace_id = e.workspace_id and again.status = 'waiting'
              and again.customer_id = e.customer_id and again.journey_id = e.journey_id and again.key = e.key))
        returning e.customer_id, e.version, e.id, e.node_id
      ), told as (
        insert into moments (workspace_id, customer_id, journey_id, version, enrollment_id, steps, at)
        select ${workspaceId}, customer_id, ${journeyId}, version, id,
          jsonb_build_array(jsonb_build_array(node_id, 'move-undone', '{}'::jsonb)), ${at}
        from restored
        returning customer_id
      ), undone as (
        update journey_moves set undone_at = ${at} where workspace_id = ${workspaceId} and id = ${move.id}
      )
      select (select coalesce(array_agg(customer_id), '{}') from told) as restored, (select count(*) from touched) as touched`,
  );
  const { restored = [], touched = 0 } = counted ?? {};
  await tellPassages(tx, journey, restored);
  return { restored: restored.length, left: touched - restored.length };
}
