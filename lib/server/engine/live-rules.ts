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
import { loadLiveSegments, loadUnfilled } from './load-segments';

interface LiveRules {
  /** Which the rules are of: the claim's, or a newer one that came between the claim and the reading. */
  readonly revision: number;
  readonly index: RuleIndex;
}

/** With how many lanes are filled, of those segments that are not filled in all of them. */
interface RulesNow extends LiveRules {
  readonly unfilled: ReadonlyMap<string, number>;
}

interface Cached extends LiveRules {
  /** Whether some segment was not filled yet when it was last looked at. Until the revision moves none begins anew. */
  readonly isFilling: boolean;
}

const cached = new Map<Id<'wsp'>, Cached>();

/** To be asked while the lanes are held. */
export async function liveRules(tx: Tx, claim: Claim): Promise<RulesNow> {
  const known = cached.get(claim.workspaceId);
  const rules = known && known.revision >= claim.rulesRevision ? known : await readRules(tx, claim);
  const unfilled = rules.isFilling
    ? await fault('engine.unfilled', () => loadUnfilled(tx, claim.workspaceId))
    : new Map<string, number>();
  cached.set(claim.workspaceId, { ...rules, isFilling: unfilled.size > 0 });
  return { ...rules, unfilled };
}

/** Segments come second: they may be newer than the revision, and are then read again, but never older. */
async function readRules(tx: Tx, { workspaceId, rulesRevision }: Claim): Promise<Cached> {
  const { revision, versions } = await fault('engine.rules', () => liveVersions(tx, workspaceId));
  const segments = await fault('engine.segments', () => loadLiveSegments(tx, workspaceId));
  const index = buildRuleIndex(versions, segments);
  return { revision: revision ?? rulesRevision, index, isFilling: segments.length > 0 };
}

/** The newest version of every live or paused journey, and older ones that still have people inside. */
async function liveVersions(
  tx: Tx,
  workspaceId: Id<'wsp'>,
): Promise<{ revision: number | undefined; versions: LiveVersion[] }> {
  const stored = await rows<Omit<LiveVersion, 'program'> & { program: unknown; revision: number }>(
    tx,
    sql`
      select v.journey_id as "journeyId", v.version, v.program,
        j.state = 'live' and v.version = j.live_version as "isEnrolling",
        w.rules_revision as revision
      from journeys j
      join workspaces w on w.workspace_id = j.workspace_id
      join journey_versions v on v.workspace_id = j.workspace_id and v.journey_id = j.id
      where j.workspace_id = ${workspaceId} and j.state in ('live', 'paused')
        and (v.version = j.live_version or exists (
          select from enrollments n
          where n.workspace_id = v.workspace_id and n.journey_id = v.journey_id and n.version = v.version
            and n.status = 'waiting'))
      order by v.journey_id, v.version`,
  );
  const versions = stored.flatMap(({ revision: _, ...version }) => {
    const program = parseProgram(version.program);
    if (program) return [{ ...version, program }];
    log.error(
      { journeyId: version.journeyId, version: version.version },
      'A stored program is not understood',
    );
    return [];
  });
  return { revision: stored[0]?.revision, versions };
}
