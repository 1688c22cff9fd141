// The customers of a workspace in portions. The embedded database has one session and cannot break off a statement: asked
// portion by portion, it can stop between two of them, and lets others in meanwhile. PostgreSQL is asked in one go.
import { sql } from 'drizzle-orm';
import type { Id } from '@/lib/core/id';
import { inWorkspace, rows } from '../db/transaction';
import { runtime } from '../runtime';
import type { Portion } from './selection';

const EVERYBODY: Portion = { from: null, until: null };
const AT_ONCE = 10_000;

export async function portionsOf(
  workspaceId: Id<'wsp'>,
  size: number | null = runtime().engine === 'pglite' ? AT_ONCE : null,
): Promise<Portion[]> {
  if (size === null) return [EVERYBODY];
  const cuts = await inWorkspace(workspaceId, (tx) =>
    rows<{ id: string }>(
      tx,
      sql`
        select id from (
          select id, row_number() over (order by id) as place from customers where workspace_id = ${workspaceId}) c
        where place > 1 and place % ${size} = 1 % ${size} order by id`,
    ),
  );
  const bounds = [null, ...cuts.map(({ id }) => id), null];
  return bounds.slice(1).map((until, index) => ({ from: bounds[index] ?? null, until }));
}
