// What can be told of a version whose drawing a newer release has saved.
import { sql } from 'drizzle-orm';
import type { VersionRef, VersionSummary } from '@/lib/core/api/version';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace, rows } from '../db/transaction';
import { refusal } from '../refusal';
import { versionSummaries } from './version-summaries';

export interface NewerVersion extends VersionSummary {
  /** As it is stored, as indented JSON. */
  readonly drawing: string;
}

export function findNewerVersion(actor: Actor, { id, version }: VersionRef): Promise<Result<NewerVersion>> {
  return inWorkspace(actor.workspaceId, async (tx) => {
    const [summary] = await versionSummaries(tx, actor, id, sql`v.version = ${version}`, 1);
    const [stored] = await rows<{ document: unknown }>(
      tx,
      sql`select document from journey_versions
        where workspace_id = ${actor.workspaceId} and journey_id = ${id} and version = ${version}`,
    );
    if (!summary || !stored) return refusal('not-found');
    return ok({ ...summary, drawing: JSON.stringify(stored.document, null, 2) });
  });
}
