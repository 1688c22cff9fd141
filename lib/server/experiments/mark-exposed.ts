// People begin to count when the arm's message is handed to sending, or, where they are held out, would have been.
import { sql } from 'drizzle-orm';
import { marksOf } from '@/lib/core/experiment/exposing';
import type { Id } from '@/lib/core/id';
import type { JsonObject } from '@/lib/core/json';
import type { Tx } from '../db/transaction';

interface HandedOver {
  readonly customerId: Id<'cus'>;
  readonly journeyId: Id<'jrn'>;
  readonly payload: JsonObject;
}

/** In the transaction that starts the sends. Costs nothing where no message belongs to an experiment. */
export async function markExposed(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  handedOver: readonly HandedOver[],
  at: Date,
): Promise<void> {
  const given = handedOver
    .filter(({ payload }) => 'exposes' in payload)
    .flatMap(({ customerId, journeyId, payload }) => {
      const { exposes, isHeldOut } = marksOf(payload);
      return exposes.map((one) => ({ ...one, customerId, journeyId, isHeldOut }));
    });
  if (given.length === 0) return;
  await tx.execute(sql`
    update exposures x set exposed_at = ${at}, would_send = g."isHeldOut"
    from json_to_recordset(${JSON.stringify(given)}::json) as g (
      "journeyId" text, "nodeId" text, "customerId" text, phase int, arm text, "isHeldOut" boolean)
    join experiments e on e.workspace_id = ${workspaceId} and e.journey_id = g."journeyId" and e.node_id = g."nodeId"
    where x.workspace_id = ${workspaceId} and x.experiment_id = e.id and x.phase = g.phase
      and x.customer_id = g."customerId" and x.arm = g.arm and x.exposed_at is null`);
}
