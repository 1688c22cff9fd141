// What becomes a stay, and who is in at the end.
import { expect, test } from 'vitest';
import type { MembershipChange } from './batch';
import { membershipRows } from './membership-rows';

const change = (segmentId: `seg_${string}`, hasEntered: boolean, at: number): MembershipChange => ({
  ...{ customerId: 'cus_1', segmentId, hasEntered, at, seq: at, turn: 0 },
});
const turn = (at: number) => ({ at, seq: at, turn: 0 });
const whose = (segmentId: string) => ({ customerId: 'cus_1', segmentId });

test('a stay begins with coming and ends with leaving, wherever batches are cut', () => {
  const changes = [
    ...[change('seg_a', false, 1), change('seg_b', true, 2), change('seg_a', true, 3)],
    ...[change('seg_b', false, 4), change('seg_b', true, 5), change('seg_c', false, 6)],
  ];
  expect(membershipRows(changes)).toEqual({
    left: [
      { ...whose('seg_a'), left: turn(1) },
      { ...whose('seg_c'), left: turn(6) },
    ],
    stays: [{ ...whose('seg_b'), entered: turn(2), left: turn(4) }],
    entered: [
      { ...whose('seg_a'), entered: turn(3) },
      { ...whose('seg_b'), entered: turn(5) },
    ],
  });
});
