// Segments over a small vocabulary, each built on those before it at most.
import fc from 'fast-check';
import type { Condition } from '../condition/condition';
import type { LiveSegment } from '../engine/segment-index';
import { soundCondition } from './arbitrary-condition';
import { soundConsentTest, soundEventTest, soundJourneyTest, soundSegmentTest } from './arbitrary-leaf';

/** What happens to people changes the answer often, and time does again and again. */
const didLately = fc.tuple(soundEventTest, fc.constantFrom(3, 20, 60, 150)).map(
  ([test, amount]): Condition => ({
    ...test,
    where: test.where.slice(0, 1),
    within: { amount, unit: 'minutes' },
    sinceEntry: false,
  }),
);

const ids = ['seg_a', 'seg_b', 'seg_c'] as const;

/** Up to three, by the ids that journeys of the same vocabulary ask about. */
export const arbitrarySegments: fc.Arbitrary<LiveSegment[]> = fc
  .tuple(...ids.map((_, index) => conditionOn(ids.slice(0, index))))
  .map((conditions) =>
    conditions.flatMap((condition, index) => {
      const id = ids[index];
      return id === undefined ? [] : [{ id, condition }];
    }),
  );

function conditionOn(earlier: readonly string[]): fc.Arbitrary<Condition> {
  const leaf = fc.oneof(
    ...[didLately, didLately, didLately, soundCondition, soundEventTest, soundJourneyTest, soundJourneyTest],
    ...[soundConsentTest],
  );
  const member = soundSegmentTest.filter(
    ({ segmentId }) => segmentId !== null && earlier.includes(segmentId),
  );
  const part = earlier.length === 0 ? leaf : fc.oneof(leaf, leaf, member);
  const type = fc.constantFrom('all' as const, 'any' as const, 'none' as const);
  return fc.oneof(part, fc.record({ type, of: fc.array(part, { minLength: 1, maxLength: 2 }) }));
}
