// Laws of what the product writes down of customers: segments, waits, goals and exit rules that ask about passages and arms
// hear of every change at once, however things are batched.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArmTest, Condition } from '../condition/condition';
import type { JourneyDocument } from '../journey/document';
import { arbitraryHistory } from '../testing/arbitrary-history';
import { soundJourneyTest } from '../testing/arbitrary-leaf';
import { journey, type Line } from '../testing/build-journey';
import { batched, inOne, inPieces, naively, told } from '../testing/published-histories';
import type { LiveSegment } from './segment-index';

const ofArm: fc.Arbitrary<ArmTest> = fc.record({
  type: fc.constant('arm' as const),
  journeyId: fc.constant('jrn_1' as const),
  nodeId: fc.constant('nod_2' as const),
  arm: fc.constantFrom('a', 'b'),
  isIn: fc.boolean(),
});
const record: fc.Arbitrary<Condition> = fc.oneof(ofArm, soundJourneyTest, soundJourneyTest);

const segments = fc.tuple(record, record, record).map(([a, b, c]): LiveSegment[] => [
  { id: 'seg_a', condition: a },
  {
    id: 'seg_b',
    condition: { type: 'any', of: [b, { type: 'segment', segmentId: 'seg_a', isMember: true }] },
  },
  { id: 'seg_c', condition: { type: 'none', of: [c] } },
]);

const minutes = (amount: number) => ({ amount, unit: 'minutes' as const });
const rule = { id: 'r1', name: '', event: '', filter: null, key: null, when: 'condition' as const };

function drawn(line: Line, settings: object): JourneyDocument {
  const document = line.document();
  return { ...document, settings: { ...document.settings, reentry: 'unlimited', ...settings } };
}

/** The first deals arms and is converted by an event; the second comes of a segment, waits for a record, and asks for others. */
const drawings = fc
  .record({
    awaited: record,
    goal: record,
    exit: record,
    exits: fc.boolean(),
    on: fc.constantFrom('entered', 'left'),
  })
  .map(({ awaited, goal, exit, exits, on }) => {
    const dealing = journey()
      .trigger('Bought')
      .add('experiment-split', {}, ['a', 'b'], { a: (line) => line.delay(20, 'minutes') })
      .delay(3, 'minutes')
      .exit();
    const waiting = journey()
      .add('segment-trigger', { segmentId: 'seg_a', on }, ['next'])
      .add('wait-for-condition', { condition: awaited, timeout: minutes(90) }, ['met', 'timeout'])
      .exit();
    const byEvent = { ...rule, when: 'event' as const, event: 'Left', exits };
    return [
      drawn(dealing, { goals: [byEvent] }),
      drawn(waiting, {
        goals: [{ ...rule, condition: goal, exits }],
        exitRules: [{ ...rule, condition: exit }],
      }),
    ].map((document, index) => ({
      ...{ journeyId: `jrn_${index + 1}` as const, version: 1, document, isEnrolling: true },
    }));
  });

test('batches tell of passages and arms what one event at a time tells', () => {
  const rare = new Map<string, number>();
  fc.assert(
    fc.property(drawings, arbitraryHistory, segments, (published, history, definitions) => {
      const model = naively(history, () => published, definitions);
      for (const work of [inPieces, inOne]) {
        const shell = batched(history, () => published, work, definitions);
        expect(told(shell)).toEqual(told(model));
        const byCustomer = (
          all: readonly { customerId: string; segmentId: string; hasEntered: boolean; at: number }[],
        ) =>
          all
            .map(
              ({ customerId, segmentId, hasEntered, at }) => `${customerId} ${segmentId} ${hasEntered} ${at}`,
            )
            .sort();
        expect(byCustomer(shell.members.changes)).toEqual(byCustomer(model.changes));
      }
      for (const { code, journeyId } of model.decisions) {
        const what = `${journeyId} ${code}`;
        rare.set(what, (rare.get(what) ?? 0) + 1);
      }
      rare.set(
        'left',
        (rare.get('left') ?? 0) + model.changes.filter(({ hasEntered }) => !hasEntered).length,
      );
    }),
    { numRuns: 200 },
  );
  const seen = ['left', 'jrn_2 entered', 'jrn_2 condition-met', 'jrn_2 goal-reached', 'jrn_2 exit-rule-met'];
  for (const what of seen) expect(rare.get(what), what).toBeGreaterThan(3);
});
