// Laws of membership: for all segments, journeys and histories.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Condition, type Leaf, leavesOf } from '../condition/condition';
import { evaluate } from '../condition/evaluate';
import type { MemoryShell } from '../journey-test/memory-shell';
import { arbitraryHistory, CUSTOMERS, type Stretch } from '../testing/arbitrary-history';
import { memberJourney } from '../testing/arbitrary-journey';
import { arbitrarySegments } from '../testing/arbitrary-segments';
import { NOON } from '../testing/build-event';
import type { NaiveModel } from '../testing/naive-model';
import { batched, inOne, inPieces, naively, publicationsOf, told } from '../testing/published-histories';
import type { MembershipChange } from './batch';
import type { CustomerEvent } from './customer-event';

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

const asksOnly = (condition: Condition, type: Leaf['type']) =>
  leavesOf(condition).every((leaf) => leaf.type === type);

const isTimed = (condition: Condition) =>
  leavesOf(condition).some((leaf) => leaf.type === 'event' && leaf.within);

/** How often what should be seen was there. */
function countRare(rare: Map<string, number>, model: NaiveModel): void {
  const note = (what: string) => rare.set(what, (rare.get(what) ?? 0) + 1);
  const onTime = new Set(
    model.definitions.filter(({ condition }) => isTimed(condition)).map(({ id }) => id as string),
  );
  for (const { segmentId, hasEntered, at } of model.changes) {
    const { condition } = model.definitions.find(({ id }) => id === segmentId) ?? {};
    note(hasEntered ? 'came' : 'left');
    if (condition && at > NOON && asksOnly(condition, 'journey')) note('journey');
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
  for (const what of ['came', 'left', 'by time', 'let in', 'journey'])
    expect(rare.get(what), what).toBeGreaterThan(3);
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

/** In the place of an event that nobody asks about: a word on e-mail, written down at once and told when its turn comes. */
function speak(shell: MemoryShell, event: CustomerEvent): CustomerEvent {
  if (event.name !== 'Unrelated') return event;
  const { customerId, seq } = event;
  const email = seq % 2 === 0 ? 'opted-in' : 'opted-out';
  shell.consents = new Map(shell.consents).set(customerId, { email });
  const properties = { record: 'consent email' };
  return { ...event, type: 'signal', name: 'record-changed', properties, traits: {} };
}

test.each([['at once', inOne] as const, ['in pieces', inPieces] as const])(
  'after any history, worked %s, those are members for whom the condition holds',
  (_, work) => {
    const rare = new Map<string, number>();
    fc.assert(
      fc.property(publications, arbitraryHistory, arbitrarySegments, (drawingsAt, history, segments) => {
        const judged = (shell: MemoryShell, stretch: Stretch) => {
          work(shell, { ...stretch, events: stretch.events.map((event) => speak(shell, event)) });
          for (const customer of CUSTOMERS) {
            const facts = shell.factsOf(customer, stretch.now);
            const expected = segments.filter(({ condition }) => evaluate(condition, facts));
            expect([...shell.members.of(customer)].sort()).toEqual(expected.map(({ id }) => id));
          }
        };
        const shell = batched(history, drawingsAt, judged, segments);
        for (const { segmentId, at } of shell.members.changes) {
          const { condition } = segments.find(({ id }) => id === segmentId) ?? {};
          if (condition && at > NOON && asksOnly(condition, 'consent'))
            rare.set('consent', (rare.get('consent') ?? 0) + 1);
        }
      }),
      { numRuns: 200 },
    );
    expect(rare.get('consent')).toBeGreaterThan(3);
  },
);
