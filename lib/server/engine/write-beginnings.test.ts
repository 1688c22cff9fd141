// Passages are written as new ones; where one is there already, it goes on under its first beginning.
import { asc } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { enrollments } from '@/drizzle/schema';
import type { Enrollment } from '@/lib/core/engine/enrollment';
import { inWorkspace } from '../db/transaction';
import { freshWorkspace } from '../testing/fresh-workspace';
import { writeBeginnings } from './write-beginnings';

function beginning(id: Enrollment['id'], momentSeq: number, more: Partial<Enrollment> = {}) {
  const enrollment: Enrollment = {
    ...{
      id,
      journeyId: 'jrn_a',
      version: 1,
      customerId: 'cus_a',
      key: id,
      status: 'waiting',
      nodeId: 'nod_a',
    },
    ...{ visits: 1, enteredAt: momentSeq, arrivedAt: 1_000, wakeAt: 2_000, convertedAt: null, endedAt: null },
    ...{ endReason: null, trigger: { event: 'Bought', messageId: 'm', properties: {} }, saved: {} },
    ...more,
  };
  return { enrollment, momentSeq, trail: [['nod_a', 'entered', { place: momentSeq }] as const] };
}

it('writes what is new beside what was there, and keeps when that began and why', async () => {
  const { workspaceId } = await freshWorkspace();
  const write = (...all: ReturnType<typeof beginning>[]) =>
    inWorkspace(workspaceId, (tx) => writeBeginnings(tx, workspaceId, all));
  await write(beginning('enr_a', 1));
  const ended = { status: 'ended', wakeAt: null, endedAt: 3_000, endReason: 'exit-reached' } as const;
  await write(beginning('enr_a', 2, ended), beginning('enr_b', 3));
  const found = await inWorkspace(workspaceId, (tx) =>
    tx.select().from(enrollments).orderBy(asc(enrollments.id)),
  );
  expect(
    found.map(({ id, status, enteredAt, momentSeq, trail }) => [id, status, +enteredAt, momentSeq, trail]),
  ).toEqual([
    ['enr_a', 'ended', 1, 1, [['nod_a', 'entered', { place: 1 }]]],
    ['enr_b', 'waiting', 3, 3, [['nod_a', 'entered', { place: 3 }]]],
  ]);
});

it('keeps every text as it is', async () => {
  const { workspaceId } = await freshWorkspace();
  const keys = ['', 'NULL', '{a,"b"}', "it's", 'back\\slash\nline', '\u{1f642} x '];
  await inWorkspace(workspaceId, (tx) =>
    writeBeginnings(
      tx,
      workspaceId,
      keys.map((key, index) => beginning(`enr_${index}`, index, { key, saved: { key } })),
    ),
  );
  const found = await inWorkspace(workspaceId, (tx) =>
    tx.select().from(enrollments).orderBy(asc(enrollments.momentSeq)),
  );
  expect(found.map(({ key, saved }) => [key, saved])).toEqual(keys.map((key) => [key, { key }]));
});

it('says so where another passage holds the key', async () => {
  const { workspaceId } = await freshWorkspace();
  const taken = inWorkspace(workspaceId, (tx) =>
    writeBeginnings(tx, workspaceId, [
      beginning('enr_a', 1, { key: '1' }),
      beginning('enr_b', 2, { key: '1' }),
    ]),
  );
  await expect(taken).rejects.toMatchObject({ cause: { constraint: 'enrollments_open' } });
});
