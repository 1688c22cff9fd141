// Which attributes customers have, read off the newest ones, so that the cost does not grow with the workspace.
import { sql } from 'drizzle-orm';
import type { SeenPaths } from '@/lib/core/api/seen';
import type { JsonObject } from '@/lib/core/json';
import { ok, type Result } from '@/lib/core/result';
import { seenPaths } from '@/lib/core/seen/seen-paths';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';

const LOOKED_AT = 2_000;

export async function seenAttributes({ workspaceId }: Actor): Promise<Result<SeenPaths>> {
  const found = await inWorkspace(workspaceId, (tx) =>
    rows<{ attributes: JsonObject }>(
      tx,
      sql`
        select attributes from customers
        where workspace_id = ${workspaceId} and merged_into is null
        order by created_at desc, id desc limit ${LOOKED_AT}`,
    ),
  );
  return ok({ lookedAt: found.length, data: seenPaths(found.map(({ attributes }) => attributes)) });
}
