// The newest event of one customer that each of several journeys listens for.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';
import type { VersionRules } from './entry-rules';
import { heardBy } from './heard-by';
import type { AskedPair } from './occasion-rows';

export async function newestHeard(
  tx: Tx,
  { workspaceId }: Actor,
  customer: Id<'cus'>,
  journeyIds: readonly Id<'jrn'>[],
  versions: readonly VersionRules[],
): Promise<AskedPair[]> {
  const newest = journeyIds.flatMap((journeyId) => {
    const own = versions.filter((version) => version.journeyId === journeyId);
    const rules = own.flatMap(({ enrolling }) => enrolling ?? []);
    if (rules.length === 0) return [];
    return sql`
      select ${journeyId} as "journeyId", max(e.seq) as seq from events e
      where e.workspace_id = ${workspaceId} and e.customer_id = ${customer} and ${heardBy(rules, journeyId)}`;
  });
  if (newest.length === 0) return [];
  const found = await rows<{ journeyId: Id<'jrn'>; seq: number | null }>(
    tx,
    sql.join(newest, sql` union all `),
  );
  return found.flatMap(({ journeyId, seq }) => (seq === null ? [] : [{ journeyId, seq }]));
}
