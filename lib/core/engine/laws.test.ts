// Laws of the engine: for all journeys and all histories.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryShell } from '../journey-test/memory-shell';
import { arbitraryHistory, piecesOf } from '../testing/arbitrary-history';
import { arbitraryJourney } from '../testing/arbitrary-journey';
import { liveVersions } from '../testing/live-versions';
import { naively, publicationsOf, startOf, told } from '../testing/published-histories';

test('batches end where one event at a time ends, whatever the batches', () => {
  fc.assert(
    fc.property(publicationsOf(arbitraryJourney), arbitraryHistory, (drawingsAt, history) => {
      const shell = new MemoryShell();
      history.forEach((stretch, index) => {
        shell.publish(liveVersions(drawingsAt(index)), startOf(history, index));
        shell.sweep(startOf(history, index));
        for (const piece of piecesOf(stretch)) shell.batch(piece, 0);
        shell.batch([], stretch.now);
      });
      expect(told(shell)).toEqual(told(naively(history, drawingsAt)));
    }),
    { numRuns: 500 },
  );
});

test('one batch for everything between two looks at the clock ends there too', () => {
  fc.assert(
    fc.property(publicationsOf(arbitraryJourney), arbitraryHistory, (drawingsAt, history) => {
      const shell = new MemoryShell();
      history.forEach(({ events, now }, index) => {
        shell.publish(liveVersions(drawingsAt(index)), startOf(history, index));
        shell.sweep(startOf(history, index));
        shell.batch(events.toReversed(), now);
      });
      expect(told(shell)).toEqual(told(naively(history, drawingsAt)));
    }),
    { numRuns: 300 },
  );
});

test('no command key comes twice, no wake lies in the past, every passage waits for a time or has a reason', () => {
  fc.assert(
    fc.property(publicationsOf(arbitraryJourney), arbitraryHistory, (drawingsAt, history) => {
      const shell = new MemoryShell();
      history.forEach(({ events, now }, index) => {
        shell.publish(liveVersions(drawingsAt(index)), startOf(history, index));
        shell.sweep(startOf(history, index));
        shell.batch(events, now);
        for (const { status, wakeAt, endReason } of shell.enrollments.values()) {
          if (status === 'waiting') expect(wakeAt).toBeGreaterThan(now);
          else expect([wakeAt, endReason]).toEqual([null, expect.any(String)]);
        }
      });
      const keys = shell.commands.map(({ key }) => key);
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
      const shell = new MemoryShell();
      history.forEach(({ events, now }, index) => {
        shell.publish(liveVersions(drawingsAt(index)), startOf(history, index));
        shell.sweep(startOf(history, index));
        shell.batch(events, now);
      });
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
