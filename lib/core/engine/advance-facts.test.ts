// What nodes look at on the way, and what they leave for the sender.
import { describe, expect, test } from 'vitest';
import type { Condition } from '../condition/condition';
import { anEnrollment, DAY, HOUR, NOON } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import { type Advanced, advance } from './advance';
import type { Moment } from './enrollment';

const entered: Moment = { now: NOON, cause: { kind: 'entered' }, attributes: {} };

const trail = ({ decisions }: Advanced) => decisions.map(({ code, nodeId }) => `${code} ${nodeId}`);

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
    const about = { trigger: { event: 'Order', properties: { id: 7 } }, saved: {}, dueAt: NOON - HOUR };
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
        payload: { url: 'https://a.example', body: '', capture: null, ...about },
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
