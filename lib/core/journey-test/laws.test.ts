// Laws of journey tests: for all journeys, and all that may happen to one customer.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CustomerEvent } from '../engine/customer-event';
import type { JourneyDocument, JourneyNode } from '../journey/document';
import { arbitraryHistory } from '../testing/arbitrary-history';
import { arbitraryJourney } from '../testing/arbitrary-journey';
import { NOON } from '../testing/build-event';
import { NaiveModel } from '../testing/naive-model';
import { expectationOf } from './expectation-of';
import { JourneyTest, MOST_STEPS } from './journey-test';
import { judgeTest } from './judge-test';
import { simulate } from './simulate';

const LONG = { amount: 30, unit: 'days' };

/** What happens to cus_1 in a history, as a journey test. */
const arbitraryTest = arbitraryHistory.map((history) => {
  const events = history
    .flatMap((stretch) => stretch.events)
    .filter(({ customerId }) => customerId === 'cus_1');
  return JourneyTest.parse({
    format: 1,
    name: 'Any',
    customer: { id: 'cus_1', attributes: {} },
    startsAt: new Date(NOON).toISOString(),
    events: events.map(({ type, name, properties, traits, receivedAt }) => ({
      at: new Date(receivedAt).toISOString(),
      type: type === 'identify' ? 'identify' : 'track',
      event: name,
      properties,
      traits,
    })),
    until: LONG,
    expected: {},
  });
});

test('what was recorded on a drawing passes on it', () => {
  fc.assert(
    fc.property(arbitraryJourney, arbitraryTest, (document, subject) => {
      const trace = simulate(document, subject);
      const expected = expectationOf(trace);
      const recorded = trace.isCut ? { ...subject, expected } : JourneyTest.parse({ ...subject, expected });
      const { passed } = judgeTest(simulate(document, recorded), recorded.expected);
      expect(passed).toBe(!trace.isCut);
    }),
    { numRuns: 300 },
  );
});

test('every exit on the path leads to the next node of it, within a passage', () => {
  fc.assert(
    fc.property(arbitraryJourney, arbitraryTest, (document, subject) => {
      const { path, steps } = simulate(document, subject);
      const passages = new Map<number, typeof path>();
      for (const place of path) {
        const passage = steps[place.step]?.passage ?? -1;
        passages.set(passage, [...(passages.get(passage) ?? []), place]);
      }
      for (const places of passages.values()) {
        places.forEach(({ node, exit }, index) => {
          const next = places[index + 1]?.node;
          if (next === undefined) return;
          expect(document.edges).toContainEqual({ from: node, exit, to: next });
        });
      }
    }),
    { numRuns: 300 },
  );
});

/** The naive model, given the events and the passing of time one by one. */
function naively(document: JourneyDocument, subject: JourneyTest) {
  const model = new NaiveModel();
  model.publish([{ journeyId: 'jrn_test', version: 1, document, isEnrolling: true }]);
  const end = NOON + 30 * 86_400_000;
  const dues = () =>
    [...model.enrollments.values()].flatMap(({ wakeAt }) => (wakeAt === null ? [] : [wakeAt]));
  const passUntil = (instant: number) => {
    for (
      let due = Math.min(...dues());
      due <= instant && model.decisions.length <= MOST_STEPS;
      due = Math.min(...dues())
    )
      model.tick(due);
  };
  subject.events.forEach(({ at = '', type, event, properties, traits }, index) => {
    const time = Date.parse(at);
    const happening: CustomerEvent = {
      seq: index + 1,
      customerId: 'cus_1',
      messageId: `test-${index + 1}`,
      type,
      name: event,
      properties,
      traits,
      occurredAt: time,
      receivedAt: time,
    };
    passUntil(time);
    model.event(happening);
  });
  passUntil(end);
  return model;
}

const asks = (node: JourneyNode) =>
  node.type === 'issue-coupon' || (node.type === 'call-webhook' && node.data.capture !== null);

const sends: readonly string[] = ['send-email', 'send-sms', 'call-webhook'];

test('the trace tells the decisions that one comes to by reading the drawing', () => {
  fc.assert(
    fc.property(arbitraryJourney, arbitraryTest, (document, subject) => {
      const trace = simulate(document, subject);
      // A test answers what steps ask for, and nobody answers the naive model.
      fc.pre(!trace.isCut && !document.nodes.some(asks));
      const told = trace.steps.map(({ at, nodeId, code, inputs }) => ({ at, nodeId, code, inputs }));
      const { decisions, commands } = naively(document, subject);
      expect(told).toEqual(decisions.map(({ at, nodeId, code, inputs }) => ({ at, nodeId, code, inputs })));
      expect(trace.sends.map(({ node, at }) => ({ node, at }))).toEqual(
        commands.filter(({ type }) => sends.includes(type)).map(({ nodeId, at }) => ({ node: nodeId, at })),
      );
    }),
    { numRuns: 300 },
  );
});
