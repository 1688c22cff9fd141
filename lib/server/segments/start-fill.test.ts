// What has to find out anew who is in it, and that the engine is told.
import { expect, it } from 'vitest';
import { segments, workspaces } from '@/drizzle/schema';
import type { Condition } from '@/lib/core/condition/condition';
import type { Id } from '@/lib/core/id';
import { inWorkspace } from '../db/transaction';
import { aSegment } from '../testing/a-segment';
import { freshWorkspace } from '../testing/fresh-workspace';
import { startFill } from './start-fill';

const inside = (segmentId: Id<'seg'>): Condition => ({
  type: 'any',
  of: [{ type: 'none', of: [{ type: 'segment', segmentId, isMember: true }] }],
});

async function lanesOf(workspaceId: Id<'wsp'>) {
  const all = await inWorkspace(workspaceId, (tx) => tx.select().from(segments).orderBy(segments.id));
  return Object.fromEntries(all.map(({ id, fillLane }) => [id, fillLane]));
}

it('begins with the segment and with every one built on it, and raises the rules', async () => {
  const { workspaceId } = await freshWorkspace();
  const other = await freshWorkspace();
  const rows = (id: Id<'wsp'>) => [
    aSegment(id, 'seg_a', { type: 'all', of: [] }),
    aSegment(id, 'seg_b', inside('seg_a')),
    aSegment(id, 'seg_c', inside('seg_b')),
    aSegment(id, 'seg_d', { type: 'all', of: [] }),
    { ...aSegment(id, 'seg_e', inside('seg_a')), archivedAt: new Date(0) },
  ];
  for (const id of [workspaceId, other.workspaceId])
    await inWorkspace(id, (tx) => tx.insert(segments).values(rows(id)));
  await inWorkspace(workspaceId, (tx) => startFill(tx, workspaceId, 'seg_a'));
  expect(await lanesOf(workspaceId)).toEqual({ seg_a: 0, seg_b: 0, seg_c: 0, seg_d: 16, seg_e: 16 });
  expect(Object.values(await lanesOf(other.workspaceId))).toEqual([16, 16, 16, 16, 16]);
  const revisionOf = async (id: Id<'wsp'>) =>
    (await inWorkspace(id, (tx) => tx.select().from(workspaces)))[0]?.rulesRevision;
  expect([await revisionOf(workspaceId), await revisionOf(other.workspaceId)]).toEqual([1, 0]);
});
