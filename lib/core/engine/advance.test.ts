// How an enrollment moves, hop by hop.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition } from '../condition/condition';
import { compile } from '../journey/compile';
import { arbitraryFacts } from '../testing/arbitrary-condition';
import { arbitraryJourney } from '../testing/arbitrary-journey';
import { anEnrollment, DAY, HOUR, NOON } from '../testing/build-event';
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
      passed: [],
    });
    const timeless = anEnrollment({ nodeId: 'nod_2', wakeAt: null });
    expect(advance(program, timeless, due).decisions).toEqual([]);
    const ended = anEnrollment({ nodeId: 'nod_2', status: 'ended', wakeAt: NOON });
    for (const moment of [due, entered, eventAt(NOON)])
      expect(advance(program, ended, moment).decisions).toEqual([]);
  });
});

describe('facts', () => {
  const vip: Condition = {
    type: 'test',
    subject: 'attribute',
    path: ['vip'],
    operator: 'equals',
    value: true,
  };

  test('a branch looks at attributes and at what started the journey', () => {
    const large: Condition = {
      type: 'test',
      subject: 'property',
      path: ['total'],
      operator: 'at-least',
      value: 100,
    };
    const program = journey()
      .trigger('Order')
      .branch({ type: 'all', of: [vip, large] }, (path) => path.sms('Thank you'))
      .email('Thanks')
      .program();
    const trigger = { event: 'Order', messageId: 'm', properties: { total: 120 } };
    const taken = advance(program, anEnrollment({ trigger }), { ...entered, attributes: { vip: true } });
    expect(taken.decisions[1]).toMatchObject({
      code: 'branch-taken',
      inputs: { branch: 'yes', values: { 'attribute.vip': true, 'property.total': 120 } },
    });
    const other = advance(program, anEnrollment({ trigger }), entered);
    expect(other.decisions[1]).toMatchObject({
      code: 'no-branch-matched',
      inputs: { values: { 'attribute.vip': null, 'property.total': 120 } },
    });
    expect(trail(other)[2]).toBe('message-queued nod_4');
  });

  test('a named branch is remembered by its name', () => {
    const branches = [{ id: 'yes', name: 'Regulars', condition: vip }];
    const program = journey()
      .trigger('Order')
      .add('branch', { branches }, ['yes', 'otherwise'])
      .exit()
      .program();
    const { decisions } = advance(program, anEnrollment(), { ...entered, attributes: { vip: true } });
    expect(decisions[1]?.inputs).toMatchObject({ branch: 'Regulars' });
  });

  test('a later node sees what an earlier one set', () => {
    const program = journey()
      .trigger('Order')
      .set('vip', true)
      .branch(vip, (path) => path.sms('Thank you'))
      .exit()
      .program();
    const attributes = { name: 'Ada', vip: false };
    const advanced = advance(program, anEnrollment(), { ...entered, attributes });
    expect(trail(advanced)).toContain('message-queued nod_4');
    expect(advanced.attributes).toEqual({ name: 'Ada', vip: true });
    expect(attributes.vip).toBe(false);
    expect(
      advance(journey().trigger('Order').exit().program(), anEnrollment(), { ...entered, attributes }),
    ).toMatchObject({ attributes });
  });
});

describe('commands', () => {
  test('carry what the sender needs, under a key of their own', () => {
    const program = journey().trigger('Order').email('Thanks').webhook('https://a.example').program();
    const trigger = { event: 'Order', messageId: 'm', properties: { id: 7 } };
    const { commands } = advance(program, anEnrollment({ id: 'enr_x', trigger }), {
      ...entered,
      dueAt: NOON - HOUR,
    });
    const about = { trigger: { event: 'Order', properties: { id: 7 } }, dueAt: NOON - HOUR };
    expect(commands).toEqual([
      {
        key: 'enr_x.2',
        type: 'send-email',
        nodeId: 'nod_2',
        at: NOON,
        payload: { ...Object(program.steps.nod_2?.data), ...about },
      },
      {
        key: 'enr_x.3',
        type: 'call-webhook',
        nodeId: 'nod_3',
        at: NOON,
        payload: { url: 'https://a.example', body: '', ...about },
      },
    ]);
  });

  test('a message that comes too late is dropped, and the customer goes on', () => {
    const program = journey().trigger('Order').email('Now!', { maxLatenessHours: 2 }).sms('Later').program();
    const at = (dueAt: number) => advance(program, anEnrollment(), { ...entered, dueAt });
    expect(trail(at(NOON - 2 * HOUR))[1]).toBe('message-queued nod_2');
    const late = at(NOON - 2 * HOUR - 1);
    expect(late.decisions[1]).toMatchObject({ code: 'send-expired', inputs: { lateMs: 2 * HOUR + 1 } });
    expect(late.commands.map(({ nodeId }) => nodeId)).toEqual(['nod_3']);
    expect(trail(at(NOON - 2 * DAY))).toContain('send-expired nod_3');
  });
});

describe('programs that compile would have refused', () => {
  const rushing: Program = {
    format: 1,
    reentry: 'unlimited',
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
      steps: { nod_1: { type: 'delay', data: { amount: -5, unit: 'days' }, exits: {} } },
    };
    expect(advance(backwards, anEnrollment(), entered).enrollment.wakeAt).toBe(NOON);
  });
});

describe('laws', () => {
  const cause = fc.constantFrom<Moment['cause']>(
    { kind: 'entered' },
    { kind: 'due' },
    { kind: 'event', event: 'Bought', properties: {} },
  );

  /** Any program, a passage anywhere in it, and any moment. */
  const anywhere = fc
    .record({
      document: arbitraryJourney,
      at: fc.nat(),
      cause,
      attributes: arbitraryFacts,
      late: fc.nat(3 * DAY),
    })
    .map(({ document, at, cause, attributes, late }) => {
      const { program } = compile(document);
      const node = document.nodes[at % document.nodes.length];
      if (program === null || node === undefined) throw new Error('The arbitrary journey compiles.');
      const moment: Moment = { now: NOON, cause, attributes, dueAt: NOON - late };
      return { program, enrollment: anEnrollment({ nodeId: node.id, wakeAt: NOON }), moment };
    });

  test('advance is deterministic, and leaves what it is given as it was', () => {
    fc.assert(
      fc.property(anywhere, (given) => {
        const before = structuredClone(given);
        const advanced = advance(given.program, given.enrollment, given.moment);
        expect(advance(before.program, before.enrollment, before.moment)).toEqual(advanced);
        expect(given).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  test('at one moment nothing is commanded twice, and no wake lies in the past', () => {
    fc.assert(
      fc.property(anywhere, ({ program, enrollment, moment }) => {
        const { commands, enrollment: after } = advance(program, enrollment, moment);
        const keys = commands.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(commands.map(({ nodeId }) => nodeId)).size).toBe(commands.length);
        if (after.status === 'waiting') expect(after.wakeAt).toBeGreaterThanOrEqual(moment.now);
        else expect(after).toMatchObject({ wakeAt: null, endedAt: moment.now });
      }),
      { numRuns: 300 },
    );
  });
});
