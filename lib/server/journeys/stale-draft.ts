// What a refused save is told: the draft as it is now, what changed since the revision it started from, and who did it.
import { sql } from 'drizzle-orm';
import type { StaleDraft } from '@/lib/core/api/journey';
import type { JourneyDocument } from '@/lib/core/journey/document';
import { DraftChange, foldChanges } from '@/lib/core/journey/draft-change';
import { refuse } from '@/lib/core/result';
import { rows, type Tx } from '../db/transaction';
import { refusal } from '../refusal';
import type { LockedJourney } from './lock-journey';

export async function staleDraft(
  tx: Tx,
  journey: LockedJourney,
  current: { readonly name: string; readonly document: JourneyDocument },
  startedFrom: number,
): Promise<{ readonly ok: false; readonly refusal: StaleDraft }> {
  const saves = await rows<{ actor: string; detail: unknown }>(
    tx,
    sql`select actor, detail from audit_log
      where workspace_id = ${journey.workspaceId} and target = ${journey.id} and action = 'journey.draft-saved'
        and (detail->>'draftRevision')::int > ${startedFrom}
      order by (detail->>'draftRevision')::int`,
  );
  const { message } = refusal('stale-draft').refusal;
  return refuse({
    code: 'stale-draft' as const,
    message,
    field: 'draftRevision' as const,
    draftRevision: journey.draftRevision,
    ...current,
    changed: foldChanges(saves.map((save) => DraftChange.parse(save.detail))),
    changedBy: [...new Set(saves.map((save) => save.actor.replace(/ \([^)]*\)$/, '')))],
  });
}
