// Why people went on, stayed or never came in at one node: how often each reason was given over a stretch of time.
import { sql } from 'drizzle-orm';
import type { NodeReasons, ReasonCount, ReasonCounts } from '@/lib/core/api/why';
import type { ReasonCode } from '@/lib/core/engine/reason';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace, rows, type Tx } from '../db/transaction';
import { isJourney } from '../journeys/is-journey';
import { refusal } from '../refusal';
import { entryRules } from './entry-rules';
import { countNonEntries } from './non-entries';
import { type Period, periodOf } from './period';
import { meaningOf } from './reason-guide';

export function whyAtNode(actor: Actor, input: NodeReasons): Promise<Result<ReasonCounts>> {
  const period = periodOf(input);
  return inWorkspace(actor.workspaceId, async (tx) => {
    if (!(await isJourney(tx, actor, input.id))) return refusal('not-found');
    const versions = await entryRules(tx, actor, [input.id]);
    const decided = await countDecisions(tx, actor, input, period);
    const derived = await countNonEntries(tx, actor, input, period, versions);
    return ok({ from: period.from.toISOString(), until: period.until.toISOString(), decided, derived });
  });
}

async function countDecisions(
  tx: Tx,
  { workspaceId }: Actor,
  { id, nodeId }: NodeReasons,
  { from, until }: Period,
): Promise<ReasonCount[]> {
  const found = await rows<{ code: ReasonCode; count: number; people: number }>(
    tx,
    sql`
      select code, count(*) as count, count(distinct customer_id) as people from decisions
      where workspace_id = ${workspaceId} and journey_id = ${id} and node_id = ${nodeId}
        and at >= ${from} and at < ${until}
      group by code order by count(*) desc, code`,
  );
  return found.map((row) => ({ ...row, reason: meaningOf(row.code) }));
}
