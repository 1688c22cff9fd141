// Gives everything that was due while a journey stood still its new time, in the transaction that lets it go on.
import { sql } from 'drizzle-orm';
import {
  type Due,
  defaultResumePlan,
  type ResumePlan,
  resumedAt,
  type Standstill,
} from '@/lib/core/journey/resume-plan';
import type { Actor } from '../actor';
import { audit } from '../audit';
import type { Tx } from '../db/transaction';
import { eachHeld, eachTimer, standstillOf } from './each-due';
import type { LockedJourney } from './lock-journey';

/** The caller holds all lanes and the paused journey. What its own lateness forbids, the sender refuses as ever. */
export async function applyResume(
  tx: Tx,
  actor: Actor,
  journey: LockedJourney,
  plan: ResumePlan = defaultResumePlan,
): Promise<void> {
  const pause = standstillOf(journey);
  const timers = await retime(
    plan,
    pause,
    (work) => eachTimer(tx, journey, pause, work),
    (moved) => writeTimers(tx, journey, moved, new Date(pause.now)),
  );
  const sends = await retime(
    plan,
    pause,
    (work) => eachHeld(tx, journey, pause, work),
    (moved) => writeSends(tx, journey, moved),
  );
  await audit(tx, actor, 'journey.resume-planned', journey.id, { ...plan, timers, sends });
}

async function retime(
  plan: ResumePlan,
  pause: Standstill,
  each: (work: (portion: readonly Due[]) => Promise<void>) => Promise<void>,
  write: (moved: string) => Promise<void>,
): Promise<number> {
  let count = 0;
  await each(async (portion) => {
    const moved = portion.flatMap((due) => {
      const resumed = resumedAt(due, plan, pause.now);
      return resumed === due.dueAt ? [] : [{ id: due.id, dueAt: new Date(resumed).toISOString() }];
    });
    count += moved.length;
    if (moved.length > 0) await write(JSON.stringify(moved));
  });
  return count;
}

/** Who was put at a step and has yet to visit it is known by a wake-up before their arrival: that stays so. */
async function writeTimers(
  tx: Tx,
  { workspaceId, id }: LockedJourney,
  moved: string,
  at: Date,
): Promise<void> {
  await tx.execute(sql`
    with given as (
      select x.id, x."dueAt" from json_to_recordset(${moved}::json) as x (id text, "dueAt" timestamptz)
    ), shifted as (
      update enrollments e set wake_at = given."dueAt",
        arrived_at = case when e.wake_at < e.arrived_at then given."dueAt" + (e.arrived_at - e.wake_at) else e.arrived_at end
      from given
      where e.workspace_id = ${workspaceId} and e.id = given.id
      returning e.id, e.customer_id, e.version, e.node_id, e.wake_at
    )
    insert into moments (workspace_id, customer_id, journey_id, version, enrollment_id, steps, at)
    select ${workspaceId}, customer_id, ${id}, version, id, jsonb_build_array(jsonb_build_array(node_id, 'wait-shifted',
      jsonb_build_object('until', (extract(epoch from wake_at) * 1000)::bigint))), ${at}
    from shifted`);
}

async function writeSends(tx: Tx, { workspaceId }: LockedJourney, moved: string): Promise<void> {
  await tx.execute(sql`
    update outbox o set due_at = x."dueAt",
      payload = jsonb_set(o.payload, '{dueAt}', to_jsonb((extract(epoch from x."dueAt") * 1000)::bigint))
    from json_to_recordset(${moved}::json) as x (id text, "dueAt" timestamptz)
    where o.workspace_id = ${workspaceId} and o.id = x.id and o.status = 'queued'`);
}
