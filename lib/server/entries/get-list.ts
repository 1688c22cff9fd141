// One list of people by its id.
import { sql } from 'drizzle-orm';
import type { EntryList } from '@/lib/core/api/entry';
import type { Id } from '@/lib/core/id';
import type { Actor } from '../actor';
import type { Tx } from '../db/transaction';
import { listEntries } from './list-entries';

export async function getList(tx: Tx, { workspaceId }: Actor, id: Id<'lst'>): Promise<EntryList> {
  const [list] = await listEntries(
    tx,
    sql`select * from entry_lists where workspace_id = ${workspaceId} and id = ${id}`,
  );
  if (!list) throw new Error(`the list ${id} is gone`);
  return list;
}
