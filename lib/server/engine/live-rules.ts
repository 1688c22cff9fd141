// The rule index of a workspace, kept in memory and built anew when its revision has moved. Read inside the batch's
// transaction, so a batch never runs on rules older than its claim.
import { sql } from 'drizzle-orm';
import type { LiveVersion } from '@/lib/core/engine/live-rule';
import { parseProgram } from '@/lib/core/engine/parse-program';
import { buildRuleIndex, type RuleIndex } from '@/lib/core/engine/rule-index';
import type { Id } from '@/lib/core/id';
import { rows, type Tx } from '../db/transaction';
import { fault } from '../fault';
import { log } from '../log';
import type { Claim } from './claim-lanes';

const cached = new Map<Id<'wsp'>, { revision: number; index: RuleIndex }>();

export async function liveRules(tx: Tx, { workspaceId, rulesRevision }: Claim): Promise<RuleIndex> {
  const known = cached.get(workspaceId);
  if (known?.revision === rulesRevision) return known.index;
  const index = buildRuleIndex(await fault('engine.rules', () => liveVersions(tx, workspaceId)));
  cached.set(workspaceId, { revision: rulesRevision, index });
  return index;
}

/** The newest version of every live or paused journey, and older ones that still have people inside. */
async function liveVersions(tx: Tx, workspaceId: Id<'wsp'>): Promise<LiveVersion[]> {
  const stored = await rows<Omit<LiveVersion, 'program'> & { program: unknown }>(
    tx,
    sql`
      select v.journey_id as "journeyId", v.version, v.program,
        j.state = 'live' and v.version = j.live_version as "isEnrolling"
      from journeys j
      join journey_versions v on v.workspace_id = j.workspace_id and v.journey_id = j.id
      where j.workspace_id = ${workspaceId} and j.state in ('live', 'paused')
        and (v.version = j.live_version or exists (
          select from enrollments n
          where n.workspace_id = v.workspace_id and n.journey_id = v.journey_id and n.version = v.version
            and n.status = 'waiting'))
      order by v.journey_id, v.version`,
  );
  return stored.flatMap((version) => {
    const program = parseProgram(version.program);
    if (program) return [{ ...version, program }];
    log.error(
      { journeyId: version.journeyId, version: version.version },
      'A stored program is not understood',
    );
    return [];
  });
}
