// Gives everything that was due while a journey stood still its new time, in the transaction that lets it go on.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { defaultResumePlan, type ResumePlan, resumedAt } from '@/lib/core/journey/resume-plan';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import type { Tx } from '../db/transaction';
import { eachPortion } from './each-inside';
import type { LockedJourney } from './lock-journey';

interface Due {
  readonly id: Id<'enr'> | Id<'obx'>;
  readonly dueAt: Date;
}

/** The caller holds all lanes and the paused journey. What its own lateness forbids, the sender refuses as ever. */
export async function applyResume(
  tx: Tx,
  actor: Actor,
  journey: LockedJourney,
  plan: ResumePlan = defaultResumePlan,
): Promise<void> {
  const { workspaceId, id } = journey;
  const timers = await retime(
    tx,
    journey,
    plan,
    timersOf(journey),
    (moved, at) => sql`
    with given as (
      select x.id, x."dueAt" from json_to_recordset(${moved}::json) as x (id text, "dueAt" timestamptz)
    ), shifted as (
      update enrollments e set wake_at = given."dueAt" from given
      where e.workspace_id = ${workspaceId} and e.id = given.id
      returning e.id, e.customer_id, e.version, e.node_id, e.wake_at
    )
    insert into moments (workspace_id, customer_id, journey_id, version, enrollment_id, steps, at)
    select ${workspaceId}, customer_id, ${id}, version, id, jsonb_build_array(jsonb_build_array(node_id, 'wait-shifted',
      jsonb_build_object('until', (extract(epoch from wake_at) * 1000)::bigint))), ${at}
    from shifted`,
  );
  const sends = await retime(
    tx,
    journey,
    plan,
    heldOf(journey),
    (moved) => sql`
    update outbox o set due_at = x."dueAt",
      payload = jsonb_set(o.payload, '{dueAt}', to_jsonb((extract(epoch from x."dueAt") * 1000)::bigint))
    from json_to_recordset(${moved}::json) as x (id text, "dueAt" timestamptz)
    where o.workspace_id = ${workspaceId} and o.id = x.id and o.status = 'queued'`,
  );
  await audit(tx, actor, 'journey.resume-planned', id, { ...plan, timers, sends });
}

/** What waits for its time. */
export function timersOf({ workspaceId, id }: Pick<LockedJourney, 'workspaceId' | 'id'>) {
  return sql`
    select id, wake_at as "dueAt", version, node_id as "nodeId" from enrollments
    where workspace_id = ${workspaceId} and journey_id = ${id} and status = 'waiting' and wake_at is not null`;
}

/** Sends that were ready while the journey was paused. When one was due is in its payload; a retry is due later. */
export function heldOf({ workspaceId, id }: Pick<LockedJourney, 'workspaceId' | 'id'>) {
  return sql`
    select id, type, due_at as "dueAt", payload->'kind' as kind, payload->'maxLatenessHours' as "maxLatenessHours"
    from outbox where workspace_id = ${workspaceId} and journey_id = ${id} and status = 'queued'`;
}

/** Where a pause was not noted, by a release before this one, the last change of the journey stands for it. */
export const pauseOf = ({ pausedAt, updatedAt }: Pick<LockedJourney, 'pausedAt' | 'updatedAt'>): number =>
  (pausedAt ?? updatedAt).getTime();

async function retime(
  tx: Tx,
  journey: LockedJourney,
  plan: ResumePlan,
  pending: ReturnType<typeof timersOf>,
  write: (moved: string, at: Date) => ReturnType<typeof timersOf>,
): Promise<number> {
  const at = now();
  const pause = { pausedAt: pauseOf(journey), now: at.getTime() };
  let count = 0;
  await eachPortion<Due>(tx, pending, async (portion) => {
    const moved = portion.flatMap(({ id, dueAt }) => {
      const resumed = resumedAt(id, dueAt.getTime(), plan, pause);
      return resumed === dueAt.getTime() ? [] : [{ id, dueAt: new Date(resumed).toISOString() }];
    });
    count += moved.length;
    if (moved.length > 0) await tx.execute(write(JSON.stringify(moved), at));
  });
  return count;
}
