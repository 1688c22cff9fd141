// Laws of membership: for all segments, journeys and histories.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Condition, leavesOf } from '../condition/condition';
import { evaluate } from '../condition/evaluate';
import { arbitraryHistory, CUSTOMERS, type Stretch } from '../testing/arbitrary-history';
import { memberJourney } from '../testing/arbitrary-journey';
import { arbitrarySegments } from '../testing/arbitrary-segments';
import type { NaiveModel } from '../testing/naive-model';
import { batched, inOne, inPieces, naively, publicationsOf, told } from '../testing/published-histories';
import type { MembershipChange } from './batch';

const publications = publicationsOf(memberJourney);

/** Customer by customer, because nothing is promised about the order among them. */
function comings(
  changes: Iterable<Pick<MembershipChange, 'customerId' | 'hasEntered' | 'at'> & { segmentId: string }>,
) {
  return CUSTOMERS.map((id) =>
    [...changes]
      .filter(({ customerId }) => customerId === id)
      .map(({ segmentId, hasEntered, at }) => `${segmentId} ${hasEntered} ${at}`),
  );
}

const isTimed = (condition: Condition) =>
  leavesOf(condition).some((leaf) => leaf.type === 'event' && leaf.within);

/** How often what should be seen was there. */
function countRare(rare: Map<string, number>, model: NaiveModel): void {
  const note = (what: string) => rare.set(what, (rare.get(what) ?? 0) + 1);
  const onTime = new Set(
    model.definitions.filter(({ condition }) => isTimed(condition)).map(({ id }) => id as string),
  );
  for (const { segmentId, hasEntered, at } of model.changes) {
    note(hasEntered ? 'came' : 'left');
    const isEvent = [...model.past.values()].flat().some(({ receivedAt }) => receivedAt === at);
    if (!isEvent && onTime.has(segmentId)) note('by time');
  }
  for (const { code, inputs } of model.decisions)
    if (code === 'entered' && `${inputs.event}`.startsWith('segment-')) note('let in');
}

test('batches keep the members that one event at a time keeps, and tell of them at the same time', () => {
  const rare = new Map<string, number>();
  fc.assert(
    fc.property(publications, arbitraryHistory, arbitrarySegments, (drawingsAt, history, segments) => {
      const shell = batched(history, drawingsAt, inPieces, segments);
      const model = naively(history, drawingsAt, segments);
      expect(comings(shell.members.changes)).toEqual(comings(model.changes));
      expect(told(shell)).toEqual(told(model));
      countRare(rare, model);
    }),
    { numRuns: 1_000 },
  );
  for (const what of ['came', 'left', 'by time', 'let in']) expect(rare.get(what), what).toBeGreaterThan(3);
});

test('one batch for everything between two looks at the clock keeps the same', () => {
  fc.assert(
    fc.property(publications, arbitraryHistory, arbitrarySegments, (drawingsAt, history, segments) => {
      const shell = batched(history, drawingsAt, inOne, segments);
      const model = naively(history, drawingsAt, segments);
      expect(comings(shell.members.changes)).toEqual(comings(model.changes));
      expect(told(shell)).toEqual(told(model));
    }),
    { numRuns: 200 },
  );
});

test('after any history those are members for whom the condition holds', () => {
  fc.assert(
    fc.property(publications, arbitraryHistory, arbitrarySegments, (drawingsAt, history, segments) => {
      batched(
        history,
        drawingsAt,
        (shell, stretch: Stretch) => {
          inOne(shell, stretch);
          for (const customer of CUSTOMERS) {
            const facts = shell.factsOf(customer, stretch.now);
            const expected = segments
              .filter(({ condition }) => evaluate(condition, facts))
              .map(({ id }) => id);
            expect([...shell.members.of(customer)].sort()).toEqual(expected);
          }
        },
        segments,
      );
    }),
    { numRuns: 200 },
  );
});
