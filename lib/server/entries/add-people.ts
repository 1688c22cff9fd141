// Puts a list of people in line for a journey.
import type { AddPeople, EntryList } from '@/lib/core/api/entry';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { checkValue } from '../ingest/check-value';
import { type CodedRefusal, refusal } from '../refusal';
import { wake } from '../wake';
import { findEntry } from './find-entry';
import { getList } from './get-list';
import { addRows, closeList, openList } from './store-list';

export async function addPeople(
  actor: Actor,
  { id: journeyId, nodeId, name, people }: AddPeople,
): Promise<Result<EntryList, CodedRefusal>> {
  for (const [index, { properties }] of people.entries()) {
    const checked = checkValue(properties);
    const field = `people.${index}.properties`;
    if (!checked.ok) {
      return refusal('invalid-field', { detail: `${field}: ${checked.refusal.message}`, field });
    }
  }
  const added = await inWorkspace(actor.workspaceId, async (tx) => {
    const entry = await findEntry(tx, actor, { journeyId, signal: 'list-entry', nodeId });
    if (!entry.ok) return entry;
    const listId = await openList(tx, actor, { journeyId, nodeId: entry.value, name });
    await addRows(tx, actor, listId, people, 1);
    await closeList(tx, actor, listId, people.length);
    return ok(await getList(tx, actor, listId));
  });
  if (added.ok) wake('engine');
  return added;
}
