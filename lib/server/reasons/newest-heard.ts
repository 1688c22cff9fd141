// The newest event of one customer that each of several journeys listens for.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { rows, type Tx } from '../db/transaction';
import type { VersionRules } from './entry-rules';
import type { AskedPair } from './occasion-rows';

export async function newestHeard(
  tx: Tx,
  { workspaceId }: Actor,
  customer: Id<'cus'>,
  journeyIds: readonly Id<'jrn'>[],
  versions: readonly VersionRules[],
): Promise<AskedPair[]> {
  const heard = versions
    .filter(({ journeyId }) => journeyIds.includes(journeyId))
    .flatMap(({ journeyId, enrolling }) =>
      (enrolling ?? []).map(({ on, event }) => ({ j: journeyId, on, e: event })),
    );
  if (heard.length === 0) return [];
  return rows<AskedPair>(
    tx,
    sql`
      select h.j as "journeyId", max(e.seq) as seq
      from (
        select distinct j, "on", e from json_to_recordset(${JSON.stringify(heard)}::json) as h (j text, "on" text, e text)
      ) h
      join events e on e.workspace_id = ${workspaceId} and e.customer_id = ${customer} and e.name = h.e
        and (e.type = 'signal') = (h.on = 'signal')
        and (e.type <> 'signal' or coalesce(e.properties ->> 'journey_id', h.j) = h.j)
      group by h.j`,
  );
}
