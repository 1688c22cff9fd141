// Laws of the engine: for all journeys and all histories.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryHistory } from '../testing/arbitrary-history';
import { arbitraryJourney } from '../testing/arbitrary-journey';
import { batched, inOne, inPieces, naively, publicationsOf, told } from '../testing/published-histories';

test('batches end where one event at a time ends, whatever the batches', () => {
  fc.assert(
    fc.property(publicationsOf(arbitraryJourney), arbitraryHistory, (drawingsAt, history) => {
      const shell = batched(history, drawingsAt, inPieces);
      expect(told(shell)).toEqual(told(naively(history, drawingsAt)));
    }),
    { numRuns: 500 },
  );
});

test('one batch for everything between two looks at the clock ends there too', () => {
  fc.assert(
    fc.property(publicationsOf(arbitraryJourney), arbitraryHistory, (drawingsAt, history) => {
      const shell = batched(history, drawingsAt, inOne);
      expect(told(shell)).toEqual(told(naively(history, drawingsAt)));
    }),
    { numRuns: 300 },
  );
});

test('no command key comes twice, no wake lies in the past, every passage waits for a time or has a reason', () => {
  fc.assert(
    fc.property(publicationsOf(arbitraryJourney), arbitraryHistory, (drawingsAt, history) => {
      const { commands } = batched(history, drawingsAt, (shell, stretch) => {
        inOne(shell, stretch);
        for (const { status, wakeAt, endReason } of shell.enrollments.values()) {
          if (status === 'waiting') expect(wakeAt).toBeGreaterThan(stretch.now);
          else expect([wakeAt, endReason]).toEqual([null, expect.any(String)]);
        }
      });
      const keys = commands.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 200 },
  );
});

test('the counts of a node are the decisions by which it was left', () => {
  const staying = [
    ...['delay-started', 'wait-started', 'condition-awaited', 'coupon-asked', 'webhook-asked'],
    ...['path-ended', 'goal-reached', 'exit-rule-met', 'emit-loop-stopped'],
  ];
  fc.assert(
    fc.property(publicationsOf(arbitraryJourney), arbitraryHistory, (drawingsAt, history) => {
      const shell = batched(history, drawingsAt, inOne);
      const left = shell.decisions.filter(
        ({ code, enrollmentId }) => enrollmentId !== null && !staying.includes(code),
      );
      const counts = new Map<string, number>();
      for (const { journeyId, nodeId } of left) {
        counts.set(`${journeyId}/${nodeId}`, (counts.get(`${journeyId}/${nodeId}`) ?? 0) + 1);
      }
      expect(shell.passed).toEqual(counts);
    }),
  );
});
