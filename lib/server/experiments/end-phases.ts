// Ends what no longer runs: phases that another one replaces, and experiments whose node is gone from the journey.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { now } from '../clock';
import type { Tx } from '../db/transaction';

/**
 * What was decided stays decided; nothing of it is looked at any more.
 * @param kept experiments of the journey that go on
 * @param only left out: all others of the journey
 */
export async function endPhases(
  tx: Tx,
  { workspaceId, journeyId }: { readonly workspaceId: Id<'wsp'>; readonly journeyId: Id<'jrn'> },
  kept: readonly Id<'exp'>[],
  only: Id<'exp'> | null = null,
): Promise<void> {
  await tx.execute(sql`
    update experiment_phases p set next_look_at = null, ended_at = coalesce(p.ended_at, ${now()}),
      state = case p.state when 'running' then 'ended' else p.state end
    from experiments e
    where e.workspace_id = ${workspaceId} and e.journey_id = ${journeyId} and p.workspace_id = e.workspace_id
      and p.experiment_id = e.id and p.ended_at is null
      and e.id <> all (${sql.param([...kept])}::text[]) and (${only}::text is null or e.id = ${only})`);
}
