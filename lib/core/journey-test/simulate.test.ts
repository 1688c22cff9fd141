// What a journey test shows of the journey it was run on.
import { describe, expect, test } from 'vitest';
import type { Test } from '../condition/condition';
import { basket, HOUR, judged } from '../testing/basket-test';
import { journey } from '../testing/build-journey';

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
