// Lists of people with their progress. The rows that are left of a part that was worked off named nobody.
import { type SQL, sql } from 'drizzle-orm';
import type { EntryList } from '@/lib/core/api/entry';
import { rows, type Tx } from '../db/transaction';

const MOST_NAMES = 100;

type Row = Omit<EntryList, 'createdAt' | 'endedAt'> & { createdAt: Date; endedAt: Date | null };

/** @param chosen a query of lists, already filtered and limited. Newest first. */
export async function listEntries(tx: Tx, chosen: SQL): Promise<EntryList[]> {
  const found = await rows<Row>(
    tx,
    sql`
      select l.id, l.journey_id as "journeyId", l.node_id as "nodeId", l.name, l.total, l.worked, l.unknown,
        array(
          select r.person from entry_list_rows r
          where r.workspace_id = l.workspace_id and r.list_id = l.id and r.position <= l.worked
          order by r.position limit ${MOST_NAMES}) as "unknownPeople",
        l.created_by as "createdBy", l.created_at as "createdAt", l.ended_at as "endedAt"
      from (${chosen}) as l
      order by l.created_at desc, l.id desc`,
  );
  return found.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }));
}
