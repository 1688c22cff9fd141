// A segment as saving one makes it, to be filled in the background.
import { segments } from '@/drizzle/schema';
import type { Condition } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import { inWorkspace } from '../../db/transaction';
import { startFill } from '../../segments/start-fill';
import { aSegment } from '../../testing/a-segment';

export async function makeSegment(
  workspaceId: Id<'wsp'>,
  id: Id<'seg'>,
  condition: Condition,
): Promise<void> {
  await inWorkspace(workspaceId, async (tx) => {
    await tx.insert(segments).values(aSegment(workspaceId, id, condition));
    await startFill(tx, workspaceId, id);
  });
}
