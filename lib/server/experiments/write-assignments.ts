// Writes down who was dealt which arm, in the batch that dealt it. Of an experiment that nobody measures nothing is kept.
import { sql } from 'drizzle-orm';
import type { Assignment } from '@/lib/core/experiment/dealt-arms';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';

/** The first time counts: whoever comes again keeps the row they have. */
export async function writeAssignments(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  assignments: readonly Assignment[],
): Promise<void> {
  if (assignments.length === 0) return;
  await tx.execute(sql`
    insert into exposures (workspace_id, experiment_id, phase, customer_id, arm, period, assigned_at, exposed_at)
    select ${workspaceId}, e.id, x.phase, x."customerId", x.arm, x.period, to_timestamp(x.at / 1000),
      case when x."isExposed" then to_timestamp(x.at / 1000) end
    from json_to_recordset(${JSON.stringify(assignments)}::json) as x (
      "journeyId" text, "nodeId" text, "customerId" text, phase int, period int, arm text, at float8, "isExposed" boolean)
    join experiments e on e.workspace_id = ${workspaceId} and e.journey_id = x."journeyId" and e.node_id = x."nodeId"
    on conflict (workspace_id, experiment_id, phase, customer_id, arm) do nothing`);
}
