// Segments that fill in the background, and who should be in them: a fresh count.
import { sql } from 'drizzle-orm';
import { segmentMembers, segments } from '@/drizzle/schema';
import type { Condition } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import { now } from '../../clock';
import { inWorkspace, rows } from '../../db/transaction';
import { aSegment } from '../../testing/a-segment';
import { conditionSql } from '../condition-sql';
import { startFill } from '../start-fill';

type Workspace = Id<'wsp'>;

/** A new one, or another condition of one that is there. */
export function make(workspaceId: Workspace, id: Id<'seg'>, condition: Condition): Promise<void> {
  return inWorkspace(workspaceId, async (tx) => {
    const row = aSegment(workspaceId, id, condition);
    const changed = { condition: row.condition ?? null, updatedAt: now() };
    await tx
      .insert(segments)
      .values(row)
      .onConflictDoUpdate({ target: [segments.workspaceId, segments.id], set: changed });
    await startFill(tx, workspaceId, id);
  });
}

export async function members(workspaceId: Workspace): Promise<string[]> {
  const all = await inWorkspace(workspaceId, (tx) => tx.select().from(segmentMembers));
  return all.map(({ segmentId, customerId }) => `${segmentId} ${customerId}`).sort();
}

export async function counted(
  workspaceId: Workspace,
  all: ReadonlyMap<Id<'seg'>, Condition>,
): Promise<string[]> {
  const selection = { workspaceId, now: now().getTime(), timeZone: 'UTC' };
  const found = await Promise.all(
    [...all].map(async ([id, condition]) => {
      const chosen = sql`select c.id from customers c where ${conditionSql(condition, selection)}`;
      const those = await inWorkspace(workspaceId, (tx) => rows<{ id: string }>(tx, chosen));
      return those.map((one) => `${id} ${one.id}`);
    }),
  );
  return found.flat().sort();
}
