// After a publish was undone, experiments stand again where the version that enrolls now has them.
import { sql } from 'drizzle-orm';
import { parseProgram } from '@/lib/core/engine/parse-program';
import { experimentSplit } from '@/lib/core/nodes/experiment-split';
import { now } from '../clock';
import type { Tx } from '../db/transaction';
import type { LockedJourney } from '../journeys/lock-journey';
import { liveVersionOf } from '../journeys/standing';

/** What came later has ended; what was ended by it goes on. The caller holds all lanes and the journey. */
export async function followVersion(tx: Tx, journey: LockedJourney): Promise<void> {
  const { workspaceId, id } = journey;
  const live = await liveVersionOf(tx, journey);
  const steps = Object.entries((live && parseProgram(live.program))?.steps ?? {});
  const dealt = steps.flatMap(([nodeId, { type, data }]) =>
    type === 'experiment-split' ? [{ nodeId, phase: experimentSplit.data.parse(data).phase }] : [],
  );
  const at = now();
  await tx.execute(sql`
    update experiment_phases p set
      ended_at = case when p.phase = x.phase then null else coalesce(p.ended_at, ${at}) end,
      next_look_at = case when p.phase = x.phase and p.state in ('running', 'ended') then ${at}::timestamptz end,
      state = case when p.phase = x.phase and p.state = 'ended' then 'running'
        when p.phase <> x.phase and p.state = 'running' then 'ended' else p.state end
    from experiments e
    join lateral (
      select coalesce((select phase from json_to_recordset(${JSON.stringify(dealt)}::json) as d ("nodeId" text, phase int)
        where d."nodeId" = e.node_id), 0) as phase) x on true
    where e.workspace_id = ${workspaceId} and e.journey_id = ${id} and p.workspace_id = e.workspace_id
      and p.experiment_id = e.id`);
}
