// Everything of a paused journey that waits for its time, with the time at which it would come later by the pause.
import { sql } from 'drizzle-orm';
import type { SendType } from '@/lib/core/engine/enrollment';
import type { NodeId, Program } from '@/lib/core/engine/program';
import type { Due, Standstill } from '@/lib/core/journey/resume-plan';
import { shiftedSend, shiftedWait } from '@/lib/core/journey/shifted';
import type { Json } from '@/lib/core/json';
import { zoneOf } from '@/lib/core/time/zone';
import { now } from '../clock';
import { rows, type Tx } from '../db/transaction';
import { eachPortion, programsInside } from './each-inside';
import type { LockedJourney } from './lock-journey';

type Whose = Pick<LockedJourney, 'workspaceId' | 'id'>;

export interface DueTimer extends Due {
  readonly nodeId: NodeId | null;
  /** Undefined where the version can no longer be read. */
  readonly program: Program | undefined;
}

interface TimerRow {
  readonly id: string;
  readonly dueAt: Date;
  readonly arrivedAt: Date;
  readonly version: number;
  readonly nodeId: NodeId | null;
  readonly timezone: Json;
}

export interface HeldSend extends Due {
  readonly type: SendType;
  readonly kind: Json;
  readonly maxLatenessHours: Json;
}

/** Where a pause was not noted, by a release before this one, the last change of the journey stands for it. */
export const standstillOf = ({
  pausedAt,
  updatedAt,
}: Pick<LockedJourney, 'pausedAt' | 'updatedAt'>): Standstill => ({
  pausedAt: (pausedAt ?? updatedAt).getTime(),
  now: now().getTime(),
});

export async function eachTimer(
  tx: Tx,
  journey: Whose,
  pause: Standstill,
  work: (portion: readonly DueTimer[]) => Promise<void>,
): Promise<void> {
  const { workspaceId, id } = journey;
  const programs = await programsInside(tx, journey);
  const [workspace] = await rows<{ zone: string }>(
    tx,
    sql`select time_zone as zone from workspaces where workspace_id = ${workspaceId}`,
  );
  const query = sql`
    select n.id, n.wake_at as "dueAt", n.arrived_at as "arrivedAt", n.version, n.node_id as "nodeId",
      c.attributes -> 'timezone' as timezone
    from enrollments n join customers c on c.workspace_id = n.workspace_id and c.id = n.customer_id
    where n.workspace_id = ${workspaceId} and n.journey_id = ${id} and n.status = 'waiting' and n.wake_at is not null`;
  const timerOf = ({ timezone, version, ...row }: TimerRow): DueTimer => {
    const { zone } = zoneOf({ timezone }, workspace?.zone ?? 'UTC');
    const program = programs.get(version);
    const wait = { ...row, program, zone, dueAt: row.dueAt.getTime(), arrivedAt: row.arrivedAt.getTime() };
    return { ...wait, shiftedTo: shiftedWait(wait, pause) };
  };
  await eachPortion<TimerRow>(tx, query, (portion) => work(portion.map(timerOf)));
}

/** Sends that were ready while the journey was paused. When one was due is in its payload; a retry is due later. */
export function eachHeld(
  tx: Tx,
  { workspaceId, id }: Whose,
  pause: Standstill,
  work: (portion: readonly HeldSend[]) => Promise<void>,
): Promise<void> {
  const query = sql`
    select id, type, due_at as "dueAt", payload->'kind' as kind, payload->'maxLatenessHours' as "maxLatenessHours"
    from outbox where workspace_id = ${workspaceId} and journey_id = ${id} and status = 'queued'`;
  type Row = Omit<HeldSend, 'dueAt' | 'shiftedTo'> & { readonly dueAt: Date };
  const heldOf = (row: Row): HeldSend => {
    const dueAt = row.dueAt.getTime();
    return { ...row, dueAt, shiftedTo: shiftedSend(dueAt, pause) };
  };
  return eachPortion<Row>(tx, query, (portion) => work(portion.map(heldOf)));
}
