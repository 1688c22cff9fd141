// Puts the people of a CSV file in line for a journey. The rows are kept portion by portion while they arrive, and the list
// begins to be worked off when it is whole; one that breaks off is dropped.
import type { EntryRow, ImportedPeople, ImportPeople } from '@/lib/core/api/entry';
import { ok, type Result } from '@/lib/core/result';
import type { Actor } from '../actor';
import { inWorkspace } from '../db/transaction';
import { withHeader } from '../import/bare-list';
import { filePortions, Report } from '../import/file-rows';
import { ImportError } from '../import/import-error';
import { wake } from '../wake';
import { findEntry } from './find-entry';
import { getList } from './get-list';
import { personAliases, personReader } from './person-rows';
import { addRows, closeList, dropList, openList } from './store-list';

const PORTION = 2_000;

export async function importPeople(
  actor: Actor,
  { id: journeyId, nodeId, name }: ImportPeople,
  bytes: AsyncIterable<Buffer>,
): Promise<Result<ImportedPeople>> {
  const { workspaceId } = actor;
  const opened = await inWorkspace(workspaceId, async (tx) => {
    const entry = await findEntry(tx, actor, { journeyId, signal: 'list-entry', nodeId });
    return entry.ok ? ok(await openList(tx, actor, { journeyId, nodeId: entry.value, name })) : entry;
  });
  if (!opened.ok) return opened;
  const listId = opened.value;
  const report = new Report();
  try {
    const total = await store(
      actor,
      listId,
      filePortions(withHeader(bytes, 'person', personAliases), personReader, report, PORTION),
    );
    if (total === 0) throw new ImportError('The file names nobody.');
    const list = await inWorkspace(workspaceId, async (tx) => {
      await closeList(tx, actor, listId, total);
      return getList(tx, actor, listId);
    });
    wake('engine');
    return ok({ list, ...report.finish() });
  } catch (error) {
    await inWorkspace(workspaceId, (tx) => dropList(tx, actor, listId));
    throw error;
  }
}

/** How many rows there are. */
async function store(
  actor: Actor,
  listId: Parameters<typeof getList>[2],
  portions: AsyncIterable<readonly { readonly item: EntryRow }[]>,
): Promise<number> {
  let total = 0;
  for await (const portion of portions) {
    const entries = portion.map(({ item }) => item);
    await inWorkspace(actor.workspaceId, (tx) => addRows(tx, actor, listId, entries, total + 1));
    total += entries.length;
  }
  return total;
}
