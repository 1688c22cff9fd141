// What experiments know of a merged customer goes to the winner. Both in one arm is one person there, since the first of the
// two; in two arms they are left out by whoever counts.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Tx } from '../db/transaction';
import type { Pairs } from './pairs';

export async function moveExposures(tx: Tx, workspaceId: Id<'wsp'>, pairs: Pairs): Promise<void> {
  await tx.execute(sql`
    with ${pairs},
    taken as (
      delete from exposures x using pair where x.workspace_id = ${workspaceId} and x.customer_id = pair.loser
      returning x.*, pair.winner)
    insert into exposures as x (workspace_id, experiment_id, phase, customer_id, arm, period, assigned_at, exposed_at, would_send)
    select workspace_id, experiment_id, phase, winner, arm, min(period), min(assigned_at), min(exposed_at), bool_or(would_send)
    from taken group by workspace_id, experiment_id, phase, winner, arm
    on conflict (workspace_id, experiment_id, phase, customer_id, arm) do update set
      period = least(x.period, excluded.period),
      assigned_at = least(x.assigned_at, excluded.assigned_at), exposed_at = least(x.exposed_at, excluded.exposed_at),
      would_send = x.would_send or excluded.would_send`);
}
