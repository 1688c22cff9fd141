// One version with its document, as it was published.
import { and, eq, sql } from 'drizzle-orm';
import { journeyVersions } from '@/drizzle/schema';
import type { VersionDetail, VersionRef } from '@/lib/core/api/version';
import { JourneyDocument } from '@/lib/core/journey/document';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { refusal } from '../refusal';
import { readStored } from './read-stored';
import { versionSummaries } from './version-summaries';

export function findVersion(actor: Actor, { id, version }: VersionRef): Promise<Result<VersionDetail>> {
  const { workspaceId } = actor;
  return inWorkspace(workspaceId, async (tx) => {
    const [summary] = await versionSummaries(tx, actor, id, sql`v.version = ${version}`, 1);
    const [stored] = await tx
      .select({ document: journeyVersions.document })
      .from(journeyVersions)
      .where(
        and(
          eq(journeyVersions.workspaceId, workspaceId),
          eq(journeyVersions.journeyId, id),
          eq(journeyVersions.version, version),
        ),
      );
    if (!summary || !stored) return refusal('not-found');
    return ok({ ...summary, document: readStored(JourneyDocument, stored.document) });
  });
}
