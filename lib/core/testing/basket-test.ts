// A journey about a forgotten basket, and tests of it that say what matters.
import type { Test } from '../condition/condition';
import type { JourneyDocument } from '../journey/document';
import { JourneyTest } from '../journey-test/journey-test';
import { judgeTest } from '../journey-test/judge-test';
import { simulate } from '../journey-test/simulate';
import { journey } from './build-journey';

const rich: Test = {
  type: 'test',
  subject: 'property',
  path: ['total'],
  operator: 'at-least',
  value: 50,
};

/** nod_1 trigger, nod_2 wait (1 h), nod_3 sms when it happened, nod_4 branch, nod_5 sms for yes, nod_6 email. */
export const basket = journey()
  .trigger('Basket')
  .waitFor('Order', { hours: 1 }, (path) => path.sms('Thank you'))
  .branch(rich, (path) => path.sms('Free delivery'))
  .email('Forgot something?')
  .document();

function aTest(change: Record<string, unknown> = {}): JourneyTest {
  return JourneyTest.parse({
    format: 1,
    name: 'A basket is left',
    customer: { attributes: { plan: 'gold' } },
    startsAt: '2026-03-01T12:00:00Z',
    events: [{ event: 'Basket', properties: { total: 42 } }],
    until: { amount: 2, unit: 'days' },
    expected: {},
    ...change,
  });
}

export const HOUR = { amount: 1, unit: 'hours' };

export function judged(change: Record<string, unknown>, document: JourneyDocument = basket) {
  const subject = aTest(change);
  const trace = simulate(document, subject);
  return { trace, verdict: judgeTest(trace, subject.expected) };
}

export function difference(expected: Record<string, unknown>, change: Record<string, unknown> = {}) {
  const { verdict } = judged({ ...change, expected });
  return verdict.passed ? null : verdict.difference;
}
