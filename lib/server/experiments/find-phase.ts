// One phase of an experiment, the newest where none is asked for.
import { sql } from 'drizzle-orm';
import { PhaseDesign } from '@/lib/core/experiment/phase-design';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';
import type { PhaseRef } from './phase-ref';

export async function findPhase(
  tx: Tx,
  workspaceId: Id<'wsp'>,
  experimentId: Id<'exp'>,
  asked: number | undefined,
): Promise<(PhaseRef & { readonly design: PhaseDesign }) | null> {
  const [found] = await rows<{ phase: number; journeyId: Id<'jrn'>; design: unknown }>(
    tx,
    sql`
      select p.phase, p.design, e.journey_id as "journeyId" from experiment_phases p
      join experiments e on e.workspace_id = p.workspace_id and e.id = p.experiment_id
      where p.workspace_id = ${workspaceId} and p.experiment_id = ${experimentId}
        and (${asked ?? null}::int is null or p.phase = ${asked ?? null})
      order by p.phase desc limit 1`,
  );
  if (!found) return null;
  const { phase, journeyId, design } = found;
  return { workspaceId, experimentId, journeyId, phase, design: PhaseDesign.parse(design) };
}
