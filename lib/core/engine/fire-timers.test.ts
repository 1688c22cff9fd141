// When timers fire, and what time they are told it is.
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../json';
import { batchOn, trail } from '../testing/build-batch';
import { anEnrollment, anEvent, DAY, HOUR, MINUTE, NOON } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import { applyBatch } from './apply-batch';
import type { CustomerAppointment } from './batch';
import { MAX_CATCH_UP } from './fire-timers';
import { buildRuleIndex } from './rule-index';

describe('timers', () => {
  const drip = journey().trigger('Basket').delay(1, 'hours').email('One').delay(1, 'hours').email('Two');
  const dripping = anEnrollment({ nodeId: 'nod_2', visits: 2, wakeAt: NOON });

  test('before an event, each at its own time, as if we had been there', () => {
    const events = [anEvent('Opened', { receivedAt: NOON + 3 * HOUR })];
    const outcome = applyBatch({ ...batchOn(drip), enrollments: [dripping], events });
    expect(trail(outcome)).toEqual([
      'delay-over 0',
      'message-queued 0',
      'delay-started 0',
      'delay-over 60',
      'message-queued 60',
      'path-ended 60',
    ]);
  });

  test('at the end, once, at the present time, knowing since when they are due', () => {
    const outcome = applyBatch({ ...batchOn(drip), enrollments: [dripping], now: NOON + 3 * HOUR });
    expect(trail(outcome)).toEqual(['delay-over 180', 'message-queued 180', 'delay-started 180']);
    expect(outcome.commands[0]?.payload.dueAt).toBe(NOON);
    expect(outcome.enrollments[0]?.wakeAt).toBe(NOON + 4 * HOUR);
    const late = applyBatch({ ...batchOn(drip), enrollments: [dripping], now: NOON + 25 * HOUR });
    expect(trail(late)[1]).toBe('send-expired 1500');
  });

  test('in the order in which they are due', () => {
    const early = { wakeAt: NOON - 1, arrivedAt: NOON - HOUR };
    const sooner = anEnrollment({ ...dripping, id: 'enr_9', key: 'a', ...early });
    const same = anEnrollment({ ...dripping, id: 'enr_0', key: 'b' });
    const { commands } = applyBatch({ ...batchOn(drip), enrollments: [dripping, same, sooner], now: NOON });
    expect(commands.map(({ enrollmentId }) => enrollmentId)).toEqual(['enr_9', 'enr_0', 'enr_1']);
  });

  test('for who was put at a step and has yet to visit it, as an arrival', () => {
    const arriving = anEnrollment({ nodeId: 'nod_2', visits: 2, wakeAt: NOON, arrivedAt: NOON + 1 });
    const outcome = applyBatch({ ...batchOn(drip), enrollments: [arriving], now: NOON + MINUTE });
    expect(trail(outcome)).toEqual(['delay-started 1']);
    expect(outcome.enrollments[0]?.wakeAt).toBe(NOON + MINUTE + HOUR);
  });

  test('not before their time', () => {
    expect(applyBatch({ ...batchOn(drip), enrollments: [dripping], now: NOON - 1 }).decisions).toEqual([]);
  });

  test('a loop that nobody has watched for days is caught up on in portions', () => {
    const minutely = journey().trigger('Basket').delay(1, 'minutes').set('beats', 1);
    const { steps, ...program } = minutely.program();
    const last = steps.nod_3;
    if (last === undefined) throw new Error('The journey has three nodes.');
    const looped = { ...program, steps: { ...steps, nod_3: { ...last, exits: { next: 'nod_2' as const } } } };
    const index = buildRuleIndex([{ journeyId: 'jrn_1', version: 1, program: looped, isEnrolling: true }]);
    const events = [anEvent('Opened', { receivedAt: NOON + 2 * DAY })];
    const outcome = applyBatch({ ...batchOn(), index, enrollments: [dripping], events });
    expect(outcome.enrollments[0]?.wakeAt).toBe(NOON + MAX_CATCH_UP * MINUTE);
  });
});

describe('appointments', () => {
  const birthday = journey().add('date-trigger', { attribute: 'born' }, ['next']).email('Happy birthday');
  const born = { customerId: 'cus_1', journeyId: 'jrn_1', nodeId: 'nod_1' } as const;
  const NINE = NOON - 3 * HOUR;
  const today = { ...born, dueAt: NINE, occasion: '2026-03-01' };
  const next = { ...born, dueAt: NINE + 365 * DAY, occasion: '2027-03-01' };

  function kept(
    attributes: JsonObject,
    appointment: CustomerAppointment = today,
    now = NOON,
    timeZone = 'UTC',
  ) {
    const customers = new Map([['cus_1' as const, attributes]]);
    return applyBatch({ ...batchOn(birthday), timeZone, customers, appointments: [appointment], now });
  }

  test('let somebody in, late rather than never, and are made for the next time', () => {
    const outcome = kept({ born: '1990-03-01' });
    expect(trail(outcome)).toEqual(['entered 0', 'message-queued 0', 'path-ended 0']);
    expect(outcome.commands[0]?.payload.dueAt).toBe(NINE);
    expect(outcome.appointments).toEqual([next]);
  });

  test('of a date that is another one by now are put right instead', () => {
    const later = kept({ born: '1990-04-01' });
    expect([later.decisions, later.appointments]).toEqual([
      [],
      [{ ...born, dueAt: Date.UTC(2026, 3, 1, 9), occasion: '2026-04-01' }],
    ]);
    expect(kept({}).appointments).toEqual([{ ...born, dueAt: null, occasion: '' }]);
  });

  test('follow the workspace to another zone', () => {
    const west = kept({ born: '1990-03-01' }, today, NOON, 'America/New_York');
    expect([west.decisions, west.appointments]).toEqual([
      [],
      [{ ...today, dueAt: Date.UTC(2026, 2, 1, 14) }],
    ]);
    const east = kept({ born: '1990-03-01' }, today, NOON, 'Asia/Tokyo');
    expect(trail(east)[0]).toBe('entered 0');
  });

  test('come before an event that came later', () => {
    const events = [anEvent('Opened', { receivedAt: NOON })];
    const customers = new Map([['cus_1' as const, { born: '1990-03-01' }]]);
    const outcome = applyBatch({ ...batchOn(birthday), customers, appointments: [today], events });
    expect(trail(outcome)[0]).toBe('entered -180');
  });

  test('of a schedule are made by nobody but its walks', () => {
    const weekly = journey().add('schedule-trigger', {}, ['next']).email('News');
    const appointments = [{ ...born, dueAt: NINE, occasion: '2026-03-01T09:00' }];
    const outcome = applyBatch({ ...batchOn(weekly), appointments, now: NOON });
    expect(trail(outcome)[0]).toBe('entered 0');
    expect(outcome.appointments).toEqual([{ ...appointments[0], dueAt: null }]);
  });
});
