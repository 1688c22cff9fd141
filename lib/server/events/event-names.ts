// The event names seen lately, for pickers: read off the newest events, so that the cost does not grow with the history.
import { sql } from 'drizzle-orm';
import type { EventName, EventNames } from '@/lib/core/api/event';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';

const LOOKED_AT = 20_000;
const MOST_NAMES = 500;

export async function eventNames(actor: Actor): Promise<Result<EventNames>> {
  const found = await inWorkspace(actor.workspaceId, (tx) =>
    rows<Omit<EventName, 'lastSeenAt'> & { lastSeenAt: Date }>(
      tx,
      sql`
        select name, type, count(*) as count, max(received_at) as "lastSeenAt"
        from (
          select name, type, received_at from events
          where workspace_id = ${actor.workspaceId} and type <> 'signal' order by seq desc limit ${LOOKED_AT}
        ) as newest
        where name <> ''
        group by name, type
        order by count desc, name
        limit ${MOST_NAMES}`,
    ),
  );
  return ok({ data: found.map((row) => ({ ...row, lastSeenAt: row.lastSeenAt.toISOString() })) });
}
