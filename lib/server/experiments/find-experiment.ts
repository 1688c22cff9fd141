// One experiment: a phase of it with what its last look said, and which phases there were.
import { sql } from 'drizzle-orm';
import type { ExperimentDetail, FindExperiment } from '@/lib/core/api/experiment';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';
import { type CodedRefusal, refusal } from '../refusal';
import { phaseEntries, phaseOf, summaryOf } from './phase-entries';

/** An experiment has few phases: a hundred are all of them. */
const MOST = 100;

export async function findExperiment(
  { workspaceId }: Actor,
  { id, phase }: FindExperiment,
): Promise<Result<ExperimentDetail, CodedRefusal>> {
  const { found, currency } = await inWorkspace(workspaceId, async (tx) => {
    const [workspace] = await rows<{ currency: string }>(
      tx,
      sql`select currency from workspaces where workspace_id = ${workspaceId}`,
    );
    const phases = await phaseEntries(tx, workspaceId, sql`e.id = ${id}`, MOST);
    return { found: phases, currency: workspace?.currency ?? '' };
  });
  const entry = found.find((one) => (phase === undefined ? one.isNewest : one.phase === phase));
  if (!entry) return refusal('not-found');
  const { design, planned, report, look, lookedAt, nextLookAt, isLive, isNewest, endedAt } = entry;
  return ok({
    ...summaryOf(entry),
    ...{ design, planned, report, currency },
    isCurrent: isLive && isNewest && endedAt === null,
    look: look ?? 0,
    lookedAt: lookedAt?.toISOString() ?? null,
    nextLookAt: nextLookAt?.toISOString() ?? null,
    phases: found.map(phaseOf),
  });
}
