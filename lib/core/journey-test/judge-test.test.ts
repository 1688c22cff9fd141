// What a journey test says about a journey, by example. That recording always passes is shown in laws.test.ts.
import { describe, expect, test } from 'vitest';
import type { Test } from '../condition/condition';
import type { JourneyDocument } from '../journey/document';
import { journey } from '../testing/build-journey';
import { expectationOf } from './expectation-of';
import { JourneyTest } from './journey-test';
import { judgeTest } from './judge-test';
import { simulate } from './simulate';

const rich: Test = {
  type: 'test',
  subject: 'property',
  path: ['total'],
  operator: 'at-least',
  value: 50,
};

/** nod_1 trigger, nod_2 wait (1 h), nod_3 sms when it happened, nod_4 branch, nod_5 sms for yes, nod_6 email. */
const basket = journey()
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

const HOUR = { amount: 1, unit: 'hours' };

function judged(change: Record<string, unknown>, document: JourneyDocument = basket) {
  const subject = aTest(change);
  const trace = simulate(document, subject);
  return { trace, verdict: judgeTest(trace, subject.expected) };
}

function difference(expected: Record<string, unknown>, change: Record<string, unknown> = {}) {
  const { verdict } = judged({ ...change, expected });
  return verdict.passed ? null : verdict.difference;
}

describe('a trace', () => {
  test('shows decisions with their times, the path, the sends, and how it ended', () => {
    const { trace } = judged({});
    const start = Date.parse('2026-03-01T12:00:00Z');
    expect(trace.steps.map(({ code, at, passage }) => [code, (at - start) / 60_000, passage])).toEqual([
      ['entered', 0, 0],
      ['wait-started', 0, 0],
      ['wait-timed-out', 60, 0],
      ['no-branch-matched', 60, 0],
      ['message-queued', 60, 0],
      ['path-ended', 60, 0],
    ]);
    expect(trace.path).toEqual([
      { node: 'nod_1', exit: 'next', step: 0 },
      { node: 'nod_2', exit: 'timeout', step: 2 },
      { node: 'nod_4', exit: 'otherwise', step: 3 },
      { node: 'nod_6', exit: 'next', step: 4 },
    ]);
    expect(trace.sends).toEqual([{ node: 'nod_6', channel: 'email', at: start + 3_600_000 }]);
    expect(trace.ended).toEqual({ kind: 'ended', code: 'path-ended' });
    expect(trace).toMatchObject({ isCut: false, problems: [] });
  });

  test('stops where the test is over', () => {
    const { trace } = judged({ until: { amount: 59, unit: 'minutes' } });
    expect(trace.path.at(-1)).toEqual({ node: 'nod_2', exit: null, step: 1 });
    expect(trace.ended).toEqual({ kind: 'waiting', node: 'nod_2' });
    expect(judged({ until: HOUR }).trace.ended.kind).toBe('ended');
  });

  test('works events in the order of their times, a timer before an event of its instant', () => {
    const order = { at: '2026-03-01T12:59:59Z', event: 'Order' };
    const { trace } = judged({ events: [order, { event: 'Basket' }] });
    expect(trace.path.map(({ node }) => node)).toEqual(['nod_1', 'nod_2', 'nod_3']);
    const late = judged({ events: [{ event: 'Basket' }, { after: HOUR, event: 'Order' }] });
    expect(late.trace.path[1]?.exit).toBe('timeout');
  });

  test('an identify call is the event Identified and tells its traits', () => {
    const plan: Test = {
      type: 'test',
      subject: 'attribute',
      path: ['plan'],
      operator: 'equals',
      value: 'tin',
    };
    const document = journey()
      .trigger('Identified')
      .branch(plan, (path) => path.sms('Tin'))
      .exit()
      .document();
    const { trace } = judged({ events: [{ type: 'identify', traits: { plan: 'tin' } }] }, document);
    expect(trace.sends).toMatchObject([{ channel: 'sms' }]);
  });

  test('names the reason why nobody entered, where there is one', () => {
    expect(judged({ events: [] }).trace.ended).toEqual({ kind: 'never-entered' });
    const once = journey('once').trigger('Basket').exit().document();
    const twice = judged({ events: [{ event: 'Basket' }, { after: HOUR, event: 'Basket' }] }, once);
    expect(twice.trace.steps.at(-1)).toMatchObject({ code: 'entered-before', passage: null });
    expect(twice.trace.ended).toEqual({ kind: 'ended', code: 'exit-reached' });
  });

  test('keeps to the consents of the customer', () => {
    const { trace } = judged({ customer: { consents: { email: 'opted-out' } } });
    expect(trace.sends).toEqual([]);
    expect(trace.steps.at(-1)).toMatchObject({ code: 'refused-opted-out', nodeId: 'nod_6' });
    expect(trace.path).toHaveLength(4);
    expect(judged({ customer: { consents: { email: 'opted-in' } } }).trace.sends).toHaveLength(1);
  });

  test('counts webhooks among the sends', () => {
    const document = journey().trigger('Basket').webhook('https://shop.example/hook').document();
    expect(judged({}, document).trace.sends).toMatchObject([{ node: 'nod_2', channel: 'webhook' }]);
  });

  test('of a loop that takes too many decisions is cut', () => {
    const loop = journey().trigger('Basket').delay(1, 'minutes').document();
    const edge = { from: 'nod_2', exit: 'next', to: 'nod_2' } as const;
    const { trace, verdict } = judged({}, { ...loop, edges: [...loop.edges, edge] });
    expect(trace.isCut).toBe(true);
    expect(trace.path[1]).toEqual({ node: 'nod_2', exit: 'next', step: 2 });
    expect(verdict).toMatchObject({ passed: false, difference: { code: 'too-long' } });
  });

  test('of a drawing with errors says what they are', () => {
    const { trace, verdict } = judged({}, { ...basket, nodes: [], edges: [] });
    expect(trace.problems.map(({ grade }) => grade)).not.toContain('warning');
    expect(trace.steps).toEqual([]);
    expect(verdict).toMatchObject({
      difference: { code: 'does-not-compile', values: { count: { count: 1 } } },
    });
  });
});

describe('a difference', () => {
  test('of exits is the first one, with what the decision looked at', () => {
    const path = [
      { node: 'nod_1' },
      { node: 'nod_2', exit: 'timeout' },
      { node: 'nod_4', exit: 'yes' },
      { node: 'nod_5' },
    ];
    expect(difference({ path })).toEqual({
      code: 'other-exit',
      nodeId: 'nod_4',
      step: 3,
      values: {
        node: { kind: 'node', node: 'nod_4' },
        expected: { kind: 'exit', node: 'nod_4', exit: 'yes' },
        actual: { kind: 'exit', node: 'nod_4', exit: 'otherwise' },
        because: { kind: 'because', code: 'no-branch-matched', facts: { 'property.total': 42 } },
      },
    });
  });

  test('is nothing where the expectation says nothing', () => {
    const sends = [{ node: 'nod_6', channel: 'email' }];
    expect(difference({ sends })).toBeNull();
    expect(
      difference({ sends: [{ ...sends[0], after: HOUR }], ended: { kind: 'ended', code: 'path-ended' } }),
    ).toBeNull();
  });

  test('is a node that is still waited at', () => {
    const path = [{ node: 'nod_1' }, { node: 'nod_2', exit: 'timeout' }];
    const short = { until: { amount: 10, unit: 'minutes' } };
    expect(difference({ path }, short)).toMatchObject({
      code: 'did-not-leave',
      nodeId: 'nod_2',
      values: { because: { code: 'wait-started', facts: {} } },
    });
    const longer = [...path.map(({ node }) => ({ node })), { node: 'nod_4' }];
    expect(difference({ path: longer }, short)).toMatchObject({
      code: 'path-too-short',
      nodeId: 'nod_2',
      values: { expected: { node: 'nod_4' } },
    });
  });

  test('is a path that leads elsewhere, goes on, or never begins', () => {
    expect(difference({ path: [{ node: 'nod_1' }, { node: 'nod_9' }] })).toMatchObject({
      code: 'other-node',
      nodeId: 'nod_1',
      values: { expected: { node: 'nod_9' }, actual: { node: 'nod_2' } },
    });
    expect(difference({ path: [{ node: 'nod_9' }] })).toMatchObject({ code: 'other-node', nodeId: 'nod_1' });
    expect(difference({ path: [{ node: 'nod_1' }] })).toMatchObject({
      code: 'path-too-long',
      nodeId: 'nod_2',
    });
    expect(difference({ path: [{ node: 'nod_1' }] }, { events: [] })).toMatchObject({
      code: 'path-too-short',
      nodeId: 'nod_1',
      step: null,
    });
  });

  test('is a message that is missing, not expected, or sent at another time', () => {
    const letter = { node: 'nod_6', channel: 'email' };
    const text = { node: 'nod_5', channel: 'sms' };
    expect(difference({ sends: [letter, text] })).toMatchObject({
      code: 'send-missing',
      nodeId: 'nod_5',
      step: null,
    });
    expect(difference({ sends: [text, letter] })).toMatchObject({ code: 'send-missing', nodeId: 'nod_5' });
    expect(difference({ sends: [] })).toMatchObject({ code: 'send-unexpected', nodeId: 'nod_6', step: 5 });
    expect(difference({ sends: [text] })).toMatchObject({ code: 'send-unexpected', nodeId: 'nod_6' });
    const late = { ...letter, after: { amount: 90, unit: 'minutes' } };
    expect(difference({ sends: [late] })).toMatchObject({
      code: 'send-at-other-time',
      values: { expected: { ms: 5_400_000 }, actual: { ms: 3_600_000 } },
    });
  });

  test('is another end', () => {
    const sends = [{ node: 'nod_6', channel: 'email' }];
    const ended = { kind: 'waiting', node: 'nod_2' };
    expect(difference({ sends, ended })).toMatchObject({
      code: 'ended-otherwise',
      nodeId: 'nod_6',
      values: { expected: { outcome: ended }, actual: { outcome: { kind: 'ended', code: 'path-ended' } } },
    });
    const never = { kind: 'never-entered' };
    expect(difference({ sends, ended: never })).toMatchObject({ code: 'ended-otherwise' });
    expect(difference({ ended: never }, { events: [] })).toBeNull();
    expect(difference({ ended }, { events: [] })).toMatchObject({ nodeId: null, step: null });
  });
});

test('what is recorded is said in whole units', () => {
  const { trace } = judged({});
  expect(expectationOf(trace)).toEqual({
    path: [
      { node: 'nod_1', exit: 'next' },
      { node: 'nod_2', exit: 'timeout' },
      { node: 'nod_4', exit: 'otherwise' },
      { node: 'nod_6', exit: 'next' },
    ],
    sends: [{ node: 'nod_6', channel: 'email', after: HOUR }],
    ended: { kind: 'ended', code: 'path-ended' },
  });
});
