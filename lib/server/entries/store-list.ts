// Keeps a list of people until it is worked off. A list whose rows are still arriving has no total, and nobody works on it.
import { and, eq, sql } from 'drizzle-orm';
import { entryListRows, entryLists } from '@/drizzle/schema';
import type { EntryRow } from '@/lib/core/api/entry';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import { audit } from '../audit';
import { now } from '../clock';
import type { Tx } from '../db/transaction';
import { newId } from '../new-id';

export interface NewList {
  readonly journeyId: Id<'jrn'>;
  readonly nodeId: Id<'nod'>;
  readonly name: string;
}

export async function openList(tx: Tx, actor: Actor, list: NewList): Promise<Id<'lst'>> {
  const id = newId('lst');
  const { workspaceId, name: createdBy } = actor;
  await tx.insert(entryLists).values({ workspaceId, id, ...list, total: 0, createdBy, createdAt: now() });
  return id;
}

/** @param from the position of the first of these rows, counted from 1 */
export async function addRows(
  tx: Tx,
  { workspaceId }: Actor,
  listId: Id<'lst'>,
  entries: readonly EntryRow[],
  from: number,
): Promise<void> {
  const given = entries.map((entry, index) => ({ ...entry, position: from + index }));
  await tx.execute(sql`
    insert into entry_list_rows (workspace_id, list_id, position, person, properties)
    select ${workspaceId}, ${listId}, r.position, r.person, r.properties
    from json_to_recordset(${JSON.stringify(given)}::json) as r (position int, person text, properties jsonb)`);
}

/** From here on the list is worked off. */
export async function closeList(tx: Tx, actor: Actor, listId: Id<'lst'>, total: number): Promise<void> {
  const { workspaceId } = actor;
  await tx
    .update(entryLists)
    .set({ total })
    .where(and(eq(entryLists.workspaceId, workspaceId), eq(entryLists.id, listId)));
  await audit(tx, actor, 'journey.people-added', listId, { total });
}

export async function dropList(tx: Tx, { workspaceId }: Actor, listId: Id<'lst'>): Promise<void> {
  await tx
    .delete(entryListRows)
    .where(and(eq(entryListRows.workspaceId, workspaceId), eq(entryListRows.listId, listId)));
  await tx.delete(entryLists).where(and(eq(entryLists.workspaceId, workspaceId), eq(entryLists.id, listId)));
}
