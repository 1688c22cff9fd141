// A new journey, as a draft.
import { journeys } from '@/drizzle/schema';
import type { CreateJourney, JourneyDetail } from '@/lib/core/api/journey';
import { blankDocument } from '@/lib/core/journey/blank-document';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import { inWorkspace } from '../db/transaction';
import { newId } from '../new-id';
import { getJourneyDetail } from './journey-detail';
import { storedJson } from './stored-json';

export async function createJourney(actor: Actor, input: CreateJourney): Promise<Result<JourneyDetail>> {
  const { workspaceId } = actor;
  const id = newId('jrn');
  const at = now();
  const created = await inWorkspace(workspaceId, async (tx) => {
    const draft = storedJson(input.document ?? blankDocument(newId('nod')));
    await tx
      .insert(journeys)
      .values({ workspaceId, id, name: input.name, state: 'draft', draft, createdAt: at, updatedAt: at });
    await audit(tx, actor, 'journey.created', id, { name: input.name });
    return getJourneyDetail(tx, actor, id);
  });
  return ok(created);
}
