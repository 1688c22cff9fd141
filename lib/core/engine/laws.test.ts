// Laws of the engine: for all journeys and all histories.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryShell } from '../journey-test/memory-shell';
import { arbitraryHistory, CUSTOMERS, piecesOf, type Stretch } from '../testing/arbitrary-history';
import { arbitraryJourney } from '../testing/arbitrary-journey';
import { liveVersions } from '../testing/live-versions';
import { NaiveModel } from '../testing/naive-model';
import type { PublishedDrawing } from '../testing/published-drawing';

/** Up to three journeys; before stretch `at`, the first is published anew. */
const publications = fc
  .record({
    documents: fc.array(arbitraryJourney, { minLength: 1, maxLength: 3 }),
    second: arbitraryJourney,
    at: fc.nat(4),
  })
  .map(({ documents, second, at }) => {
    const before = documents.map((document, index): PublishedDrawing => {
      return { journeyId: `jrn_${index + 1}`, version: 1, document, isEnrolling: true };
    });
    const old = before.map((drawing) => ({ ...drawing, isEnrolling: drawing.journeyId !== 'jrn_1' }));
    const newest: PublishedDrawing = { journeyId: 'jrn_1', version: 2, document: second, isEnrolling: true };
    return (stretch: number) => (stretch < at ? before : [...old, newest]);
  });

type State = Pick<NaiveModel, 'attributes' | 'enrollments' | 'decisions' | 'commands'>;

/** Everything a state says, customer by customer: order counts within a customer, and nowhere else. */
function told({ attributes, enrollments, decisions, commands }: State) {
  return CUSTOMERS.map((id) => {
    const own = <Row extends { readonly customerId: string }>(rows: Iterable<Row>) =>
      [...rows].filter(({ customerId }) => customerId === id);
    const passages = own(enrollments.values()).sort((a, b) => (a.id < b.id ? -1 : 1));
    return {
      attributes: attributes.get(id) ?? {},
      passages,
      decisions: own(decisions),
      commands: own(commands),
    };
  });
}

function naively(
  history: readonly Stretch[],
  drawingsAt: (stretch: number) => PublishedDrawing[],
): NaiveModel {
  const model = new NaiveModel();
  history.forEach(({ events, now }, index) => {
    model.publish(drawingsAt(index));
    for (const event of events) model.event(event);
    model.tick(now);
  });
  return model;
}

test('batches end where one event at a time ends, whatever the batches', () => {
  fc.assert(
    fc.property(publications, arbitraryHistory, (drawingsAt, history) => {
      const shell = new MemoryShell();
      history.forEach((stretch, index) => {
        shell.publish(liveVersions(drawingsAt(index)));
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
    fc.property(publications, arbitraryHistory, (drawingsAt, history) => {
      const shell = new MemoryShell();
      history.forEach(({ events, now }, index) => {
        shell.publish(liveVersions(drawingsAt(index)));
        shell.batch(events.toReversed(), now);
      });
      expect(told(shell)).toEqual(told(naively(history, drawingsAt)));
    }),
    { numRuns: 300 },
  );
});

test('no command key comes twice, no wake lies in the past, every passage waits for a time or has a reason', () => {
  fc.assert(
    fc.property(publications, arbitraryHistory, (drawingsAt, history) => {
      const shell = new MemoryShell();
      history.forEach(({ events, now }, index) => {
        shell.publish(liveVersions(drawingsAt(index)));
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
    fc.property(publications, arbitraryHistory, (drawingsAt, history) => {
      const shell = new MemoryShell();
      history.forEach(({ events, now }, index) => {
        shell.publish(liveVersions(drawingsAt(index)));
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
