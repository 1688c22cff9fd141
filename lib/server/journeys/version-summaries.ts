// Versions with who is in them and what their publish did: one statement for any number of them.
import { type SQL, sql } from 'drizzle-orm';
import type { VersionSummary } from '@/lib/core/api/version';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { now } from '../clock';
import { rows, type Tx } from '../db/transaction';
import { UNDO_MS } from './undo-publish';

interface Row extends Omit<VersionSummary, 'publishedAt' | 'undoneAt' | 'undoUntil'> {
  publishedAt: Date;
  undoneAt: Date | null;
  movedAt: Date | null;
  isFinal: boolean;
}

/** @param chosen which versions, e.g. `version < 7`; newest first. */
export async function versionSummaries(
  tx: Tx,
  { workspaceId }: Actor,
  journeyId: Id<'jrn'>,
  chosen: SQL,
  limit: number,
): Promise<VersionSummary[]> {
  const found = await rows<Row>(
    tx,
    sql`
      select v.version, v.note, v.published_at as "publishedAt", v.version = j.live_version as "isLive",
        coalesce(u.name, k.name, v.published_by) as "publishedBy",
        (select count(*) from enrollments n where n.workspace_id = v.workspace_id and n.journey_id = v.journey_id
          and n.status = 'waiting' and n.version = v.version) as people,
        m.counts as moves, m.undone_at as "undoneAt", m.at as "movedAt", j.state = 'archived' as "isFinal"
      from journey_versions v
      join journeys j on j.workspace_id = v.workspace_id and j.id = v.journey_id
      left join users u on u.workspace_id = v.workspace_id and u.id = v.published_by
      left join api_keys k on k.workspace_id = v.workspace_id and k.id = v.published_by
      left join lateral (
        select counts, undone_at, at from journey_moves m
        where m.workspace_id = v.workspace_id and m.journey_id = v.journey_id and m.to_version = v.version
        order by at desc limit 1
      ) m on true
      where v.workspace_id = ${workspaceId} and v.journey_id = ${journeyId} and ${chosen}
      order by v.version desc limit ${limit}`,
  );
  return found.map(summaryOf);
}

function summaryOf({ movedAt, isFinal, ...row }: Row): VersionSummary {
  const until = (movedAt?.getTime() ?? 0) + UNDO_MS;
  const canUndo = row.isLive && !isFinal && row.undoneAt === null && until > now().getTime();
  return {
    ...row,
    publishedAt: row.publishedAt.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
    undoUntil: canUndo ? new Date(until).toISOString() : null,
  };
}
