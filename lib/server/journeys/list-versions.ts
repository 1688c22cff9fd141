// The versions of a journey, newest first.
import { sql } from 'drizzle-orm';
import type { Page } from '@/lib/core/api/page';
import type { ListVersions, VersionSummary } from '@/lib/core/api/version';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { BySeq, pageOfRows, readCursor } from '../api/cursor';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { isJourney } from './is-journey';
import { versionSummaries } from './version-summaries';

export async function listVersions(actor: Actor, input: ListVersions): Promise<Result<Page<VersionSummary>>> {
  const { id, limit } = input;
  const cursor = readCursor(BySeq, input.cursor);
  if (!cursor.ok) return cursor;
  const [before] = cursor.value ?? [];
  const chosen = before === undefined ? sql`true` : sql`v.version < ${before}`;
  return inWorkspace(actor.workspaceId, async (tx) => {
    if (!(await isJourney(tx, actor, id))) return refusal('not-found');
    const found = await versionSummaries(tx, actor, id, chosen, limit + 1);
    return ok(pageOfRows(found, limit, ({ version }) => [version]));
  });
}
