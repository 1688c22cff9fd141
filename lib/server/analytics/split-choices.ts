// Whom a retention report can look at side by side: the segments, journeys and experiments there are, by name.
import { sql } from 'drizzle-orm';
import { comparedArms } from '@/lib/core/experiment/phase-design';
import type { SplitChoices } from '@/lib/core/retention/split-choices';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';
import { isNewestPhase, phaseEntries } from '../experiments/phase-entries';

/** More cannot be looked through in a list. */
const MOST = 200;

export function splitChoices({ workspaceId }: Actor): Promise<SplitChoices> {
  return inWorkspace(workspaceId, async (tx) => {
    const named = (table: 'segments' | 'journeys', isOffered = sql`true`) =>
      rows<{ id: string; name: string }>(
        tx,
        sql`select id, name from ${sql.identifier(table)} where workspace_id = ${workspaceId} and ${isOffered}
          order by lower(name), id limit ${MOST}`,
      );
    const segments = await named('segments', sql`archived_at is null`);
    const journeys = await named('journeys');
    const phases = await phaseEntries(tx, workspaceId, isNewestPhase, MOST);
    const experiments = phases.map(({ id, journeyName, design }) => ({
      ...{ id, name: design.name || journeyName, journeyName },
      arms: comparedArms(design).map(({ id: arm, name }) => ({ id: arm, name })),
    }));
    return { segments, journeys, experiments };
  });
}
