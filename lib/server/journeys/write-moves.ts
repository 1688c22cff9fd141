// What a publish plan decided, written with one statement per table: where people stand now, why, and what they stood at.
import { sql } from 'drizzle-orm';
import type { ReasonCode } from '@/lib/core/engine/reason';
import type { Id } from '@/lib/core/id';
import type { Fate, Place, PlannedMove } from '@/lib/core/journey/plan-moves';
import type { Tx } from '../db/transaction';
import type { LockedJourney } from './lock-journey';
import { tellPassages } from './tell-passages';

const codes: Readonly<Record<Exclude<Fate, 'stayed'>, ReasonCode>> = {
  moved: 'moved-to-version',
  retimed: 're-timed',
  exited: 'exited-by-plan',
};

function stored({ arrivedAt, wakeAt, ...place }: Place) {
  const instants = {
    arrivedAt: new Date(arrivedAt).toISOString(),
    wakeAt: wakeAt === null ? null : new Date(wakeAt).toISOString(),
  };
  return { ...place, ...instants };
}

function rowOf({ enrollment, fate, before, after }: PlannedMove & { fate: keyof typeof codes }) {
  return {
    id: enrollment.id,
    customerId: enrollment.customerId,
    ...stored(after),
    status: fate === 'exited' ? 'ended' : 'waiting',
    code: codes[fate],
    inputs: { fromVersion: before.version, fromNode: before.nodeId, wakeAt: after.wakeAt },
    before: { ...stored(before), status: 'waiting' },
    after: { ...stored(after), status: fate === 'exited' ? 'ended' : 'waiting' },
  };
}

const isTouched = (move: PlannedMove): move is PlannedMove & { fate: keyof typeof codes } =>
  move.fate !== 'stayed';

export async function writeMoves(
  tx: Tx,
  journey: LockedJourney,
  moveId: Id<'mov'>,
  moves: readonly PlannedMove[],
  at: Date,
): Promise<void> {
  const { workspaceId, id: journeyId } = journey;
  const given = JSON.stringify(moves.filter(isTouched).map(rowOf));
  await tx.execute(sql`
    update enrollments e set version = x.version, node_id = x."nodeId", visits = x.visits, arrived_at = x."arrivedAt",
      wake_at = x."wakeAt", status = x.status,
      ended_at = case x.status when 'ended' then ${at}::timestamptz end,
      end_reason = case x.status when 'ended' then x.code end
    from json_to_recordset(${given}::json) as x (
      id text, version int, "nodeId" text, visits int, "arrivedAt" timestamptz, "wakeAt" timestamptz, status text, code text)
    where e.workspace_id = ${workspaceId} and e.id = x.id`);
  await tx.execute(sql`
    insert into moments (workspace_id, customer_id, journey_id, version, enrollment_id, steps, at)
    select ${workspaceId}, x."customerId", ${journeyId}, x.version, x.id,
      jsonb_build_array(jsonb_build_array(x."nodeId", x.code, x.inputs)), ${at}
    from json_to_recordset(${given}::json) as x (
      id text, "customerId" text, version int, "nodeId" text, code text, inputs jsonb)`);
  await tx.execute(sql`
    insert into journey_move_rows (workspace_id, move_id, enrollment_id, before, after)
    select ${workspaceId}, ${moveId}, x.id, x.before, x.after
    from json_to_recordset(${given}::json) as x (id text, before jsonb, after jsonb)`);
  const exited = moves.filter(({ fate }) => fate === 'exited');
  await tellPassages(
    tx,
    journey,
    exited.map(({ enrollment }) => enrollment.customerId),
  );
}
