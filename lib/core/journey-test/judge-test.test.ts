// What a journey test says about a journey, by example. That recording always passes is shown in laws.test.ts.
import { describe, expect, test } from 'vitest';
import { difference, HOUR, judged } from '../testing/basket-test';
import { expectationOf } from './expectation-of';

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
