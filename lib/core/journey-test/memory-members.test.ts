// Who is in which segment, held in maps.
import { expect, test } from 'vitest';
import { MemoryMembers } from './memory-members';

const [ann, loyal] = ['cus_ann', 'seg_loyal'] as const;
const change = { customerId: ann, segmentId: loyal, at: 1, seq: 1, turn: 0 };

test('the newest word counts on who is in and on when to ask again', () => {
  const members = new MemoryMembers();
  expect([members.nextDue(), [...members.of(ann)]]).toEqual([Number.POSITIVE_INFINITY, []]);
  members.write({
    memberships: [{ ...change, hasEntered: true }],
    segmentDues: [
      { customerId: ann, segmentId: loyal, dueAt: 20 },
      { customerId: 'cus_bob', segmentId: loyal, dueAt: 10 },
    ],
  });
  expect([members.nextDue(), [...members.of(ann)]]).toEqual([10, [loyal]]);
  expect(members.dueBy(19)).toEqual([{ customerId: 'cus_bob', segmentId: loyal, dueAt: 10 }]);
  members.write({
    memberships: [{ ...change, hasEntered: false }],
    segmentDues: [{ customerId: 'cus_bob', segmentId: loyal, dueAt: null }],
  });
  expect([members.nextDue(), [...members.of(ann)]]).toEqual([20, []]);
  expect(members.changes.map(({ hasEntered }) => hasEntered)).toEqual([true, false]);
});
