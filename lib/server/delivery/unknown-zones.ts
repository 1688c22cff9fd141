// Customers whose time zone nobody knows: their quiet hours go by the workspace's zone, and the settings page warns of it.
import { sql } from 'drizzle-orm';
import type { Json } from '@/lib/core/json';
import { ok, type Result } from '@/lib/core/result';
import { zoneOf } from '@/lib/core/time/zone';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';

/** More different values than there are zones: the rest is garbage anyway, and is counted as it is read. */
const MOST_VALUES = 2_000;
const SHOWN = 5;

export interface UnknownZones {
  readonly customers: number;
  /** What stands there instead of a zone, the most frequent first. */
  readonly zones: readonly { readonly zone: string; readonly customers: number }[];
}

/** One pass over the customers, so to be asked by a page and not by a worker. */
export async function unknownZones({ workspaceId }: Actor): Promise<Result<UnknownZones>> {
  const found = await inWorkspace(workspaceId, (tx) =>
    rows<{ timezone: Json; customers: number }>(
      tx,
      sql`
        select attributes -> 'timezone' as timezone, count(*)::int as customers from customers
        where workspace_id = ${workspaceId} and merged_into is null and attributes ? 'timezone'
        group by 1 order by 2 desc, 1 limit ${MOST_VALUES}`,
    ),
  );
  const unknown = found.filter(({ timezone }) => zoneOf({ timezone }, 'UTC').isUnknown);
  return ok({
    customers: unknown.reduce((sum, { customers }) => sum + customers, 0),
    zones: unknown.slice(0, SHOWN).map(({ timezone, customers }) => ({ zone: String(timezone), customers })),
  });
}
