// Which properties an event has, read off the newest of its name among the newest of all, so that the cost is bounded.
import { sql } from 'drizzle-orm';
import type { ListSeenProperties, SeenPaths } from '@/lib/core/api/seen';
import type { JsonObject } from '@/lib/core/json';
import { ok, type Result } from '@/lib/core/result';
import { seenPaths } from '@/lib/core/seen/seen-paths';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';

const LOOKED_THROUGH = 20_000;
const LOOKED_AT = 500;

export async function seenProperties(
  { workspaceId }: Actor,
  { name }: ListSeenProperties,
): Promise<Result<SeenPaths>> {
  const found = await inWorkspace(workspaceId, (tx) =>
    rows<{ properties: JsonObject }>(
      tx,
      sql`
        select properties from (
          select name, type, properties, seq from events
          where workspace_id = ${workspaceId} order by seq desc limit ${LOOKED_THROUGH}
        ) as newest
        where name = ${name} and type <> 'signal' order by seq desc limit ${LOOKED_AT}`,
    ),
  );
  return ok({ lookedAt: found.length, data: seenPaths(found.map(({ properties }) => properties)) });
}
