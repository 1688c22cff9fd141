// How an enrollment moves, hop by hop.
import { describe, expect, test } from 'vitest';
import { anEnrollment, HOUR, NOON } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import { type Advanced, advance, MAX_HOPS } from './advance';
import type { Moment } from './enrollment';
import type { Program } from './program';

const entered: Moment = { now: NOON, cause: { kind: 'entered' }, attributes: {} };
const due: Moment = { ...entered, cause: { kind: 'due' } };

function eventAt(now: number): Moment {
  return { now, cause: { kind: 'event', event: 'Order', properties: {} }, attributes: {} };
}

const trail = ({ decisions }: Advanced) => decisions.map(({ code, nodeId }) => `${code} ${nodeId}`);

describe('hops', () => {
  test('from node to node until one waits', () => {
    const program = journey()
      .trigger('Basket')
      .email('Hello')
      .sms('Hello')
      .waitFor('Order', { hours: 1 })
      .program();
    const advanced = advance(program, anEnrollment(), entered);
    expect(trail(advanced)).toEqual([
      'entered nod_1',
      'message-queued nod_2',
      'message-queued nod_3',
      'wait-started nod_4',
    ]);
    expect(advanced.enrollment).toMatchObject({
      status: 'waiting',
      nodeId: 'nod_4',
      visits: 4,
      wakeAt: NOON + HOUR,
    });
    expect(advanced.passed).toEqual(['nod_1', 'nod_2', 'nod_3']);
  });

  test('an exit that leads nowhere ends the journey', () => {
    const advanced = advance(journey().trigger('Basket').email('Hello').program(), anEnrollment(), entered);
    expect(trail(advanced).at(-1)).toBe('path-ended nod_2');
    expect(advanced.enrollment).toMatchObject({
      status: 'ended',
      endReason: 'path-ended',
      endedAt: NOON,
      wakeAt: null,
    });
  });

  test('an exit node ends it on purpose', () => {
    const advanced = advance(
      journey().trigger('Basket').set('seen', true).exit().program(),
      anEnrollment(),
      entered,
    );
    expect(trail(advanced)).toEqual(['entered nod_1', 'attribute-set nod_2', 'exit-reached nod_3']);
    expect(advanced.passed).toEqual(['nod_1', 'nod_2', 'nod_3']);
  });
});

describe('causes', () => {
  const program = journey()
    .trigger('Basket')
    .waitFor('Order', { hours: 1 }, (path) => path.sms('Thank you'))
    .email('Forgot something?')
    .program();
  const waiting = anEnrollment({ nodeId: 'nod_2', visits: 2, wakeAt: NOON });

  test('an event leads on by one exit, the time by another', () => {
    expect(trail(advance(program, waiting, eventAt(NOON - HOUR)))).toEqual([
      'event-happened nod_2',
      'message-queued nod_3',
      'path-ended nod_3',
    ]);
    expect(trail(advance(program, waiting, due))).toEqual([
      'wait-timed-out nod_2',
      'message-queued nod_4',
      'path-ended nod_4',
    ]);
  });

  test('a delay ends when it is over, and by no event', () => {
    const delayed = journey().trigger('Basket').delay(1, 'hours').email('Hello').program();
    expect(trail(advance(delayed, waiting, due))[0]).toBe('delay-over nod_2');
    expect(advance(delayed, waiting, eventAt(NOON))).toMatchObject({ enrollment: waiting, decisions: [] });
  });

  test('never early, and never after the end', () => {
    const early = anEnrollment({ nodeId: 'nod_2', wakeAt: NOON + 1 });
    expect(advance(program, early, due)).toMatchObject({
      enrollment: early,
      decisions: [],
      commands: [],
      emissions: [],
      passed: [],
    });
    const timeless = anEnrollment({ nodeId: 'nod_2', wakeAt: null });
    expect(advance(program, timeless, due).decisions).toEqual([]);
    const ended = anEnrollment({ nodeId: 'nod_2', status: 'ended', wakeAt: NOON });
    for (const moment of [due, entered, eventAt(NOON)])
      expect(advance(program, ended, moment).decisions).toEqual([]);
  });
});

describe('programs that compile would have refused', () => {
  const rushing: Program = {
    ...journey().trigger('Any').exit().program(),
    rules: [],
    steps: { nod_1: { type: 'set-attribute', data: { attribute: 'x', value: 1 }, exits: { next: 'nod_1' } } },
  };

  test('a loop without a wait ends', () => {
    const advanced = advance(rushing, anEnrollment(), entered);
    expect(advanced.enrollment).toMatchObject({ endReason: 'too-many-steps', visits: MAX_HOPS + 1 });
  });

  test('a node that is gone, of an unknown type, or none at all ends', () => {
    const unknown = { ...rushing, steps: { nod_1: { type: 'teleport', data: {}, exits: {} } } };
    expect(advance(unknown, anEnrollment(), entered).enrollment.endReason).toBe('node-missing');
    for (const nodeId of ['nod_9', null] as const) {
      expect(advance(rushing, anEnrollment({ nodeId }), entered)).toMatchObject({
        enrollment: { status: 'ended', endReason: 'node-missing' },
        decisions: [{ code: 'node-missing', nodeId }],
      });
    }
  });

  test('an exit that is not there ends the path, and no wake lies in the past', () => {
    const odd = {
      ...rushing,
      steps: { nod_1: { type: 'set-attribute', data: { attribute: 'x', value: 1 }, exits: {} } },
    };
    expect(advance(odd, anEnrollment(), entered).enrollment.endReason).toBe('path-ended');
    const backwards = {
      ...rushing,
      steps: { nod_1: { type: 'delay', data: { mode: 'duration', amount: -5, unit: 'days' }, exits: {} } },
    };
    expect(advance(backwards, anEnrollment(), entered).enrollment.wakeAt).toBe(NOON);
  });
});
