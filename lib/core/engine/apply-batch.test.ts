// Entering and resuming, by example. That it is so for every history is shown in laws.test.ts.
import { describe, expect, test } from 'vitest';
import { batchOn, trail } from '../testing/build-batch';
import { anEnrollment, anEvent, DAY, HOUR, MINUTE, NOON } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import { applyBatch } from './apply-batch';
import { enrollmentIdOf } from './new-enrollment';

const basket = journey()
  .trigger('Basket')
  .waitFor('Order', { hours: 1 }, (path) => path.sms('Thank you'))
  .email('Forgot something?');
const inBasket = anEnrollment({ nodeId: 'nod_2', visits: 2, wakeAt: NOON + HOUR });

describe('entering', () => {
  test('starts an enrollment whose id a replay gives again', () => {
    const batch = { ...batchOn(basket), events: [anEvent('Basket', { seq: 7, properties: { total: 9 } })] };
    const outcome = applyBatch(batch);
    expect(outcome.enrollments).toEqual([
      {
        ...inBasket,
        id: enrollmentIdOf({ journeyId: 'jrn_1', nodeId: 'nod_1' }, '7'),
        trigger: { event: 'Basket', messageId: 'message-7', properties: { total: 9 } },
      },
    ]);
    expect(outcome.nodeCounts).toEqual([{ journeyId: 'jrn_1', nodeId: 'nod_1', passed: 1 }]);
    expect(applyBatch(batch)).toEqual(outcome);
  });

  test('the same event enters every journey that listens for it', () => {
    const events = [anEvent('Basket')];
    const { enrollments } = applyBatch({
      ...batchOn(basket, journey().trigger('Basket').delay(1, 'days')),
      events,
    });
    expect(enrollments.map(({ journeyId }) => journeyId)).toEqual(['jrn_1', 'jrn_2']);
  });

  test('not twice at a time, unless the key is another', () => {
    const keyed = journey()
      .trigger('Basket', { key: ['id'] })
      .delay(1, 'days');
    const events = [7, '7', 8].map((id, index) => anEvent('Basket', { seq: index + 1, properties: { id } }));
    const outcome = applyBatch({ ...batchOn(keyed), events });
    expect(outcome.enrollments.map(({ key }) => key)).toEqual(['7', '8']);
    const refused = outcome.decisions.filter(({ enrollmentId }) => enrollmentId === null);
    expect(refused).toEqual([
      {
        customerId: 'cus_1',
        journeyId: 'jrn_1',
        version: 1,
        enrollmentId: null,
        nodeId: 'nod_1',
        code: 'already-in-journey',
        at: NOON,
        inputs: { event: 'Basket', key: '7' },
      },
    ]);
  });

  test('once means once, however long ago', () => {
    const once = { ...batchOn(journey('once').trigger('Basket').exit()), events: [anEvent('Basket')] };
    const again = { ...once, events: [anEvent('Basket'), anEvent('Basket', { seq: 2 })] };
    expect(trail(applyBatch(again))).toEqual(['entered 0', 'exit-reached 0', 'entered-before 0']);
    const enteredBefore = [{ customerId: 'cus_1', journeyId: 'jrn_1', at: 0, byAppointment: [] }] as const;
    expect(trail(applyBatch({ ...once, enteredBefore }))).toEqual(['entered-before 0']);
  });

  test('not by an event that took more than 72 hours, unless the trigger takes those', () => {
    const late = anEvent('Basket', { occurredAt: NOON - 3 * DAY - 1 });
    expect(trail(applyBatch({ ...batchOn(basket), events: [late] }))).toEqual(['event-too-old 0']);
    const onTime = { ...late, occurredAt: NOON - 3 * DAY };
    expect(trail(applyBatch({ ...batchOn(basket), events: [onTime] }))[0]).toBe('entered 0');
    const tolerant = journey().trigger('Basket', { acceptsLate: true }).exit();
    expect(trail(applyBatch({ ...batchOn(tolerant), events: [late] }))[0]).toBe('entered 0');
  });
});

describe('resuming', () => {
  test('before entering, and never what the event itself has started', () => {
    const chain = journey()
      .trigger('Order')
      .waitFor('Order', { hours: 1 }, (path) => path.sms('Again'))
      .exit();
    const first = applyBatch({ ...batchOn(chain), events: [anEvent('Order')] });
    expect(trail(first)).toEqual(['entered 0', 'wait-started 0']);
    const second = applyBatch({
      ...batchOn(chain),
      enrollments: first.enrollments,
      events: [anEvent('Order', { seq: 2, receivedAt: NOON + MINUTE })],
    });
    expect(trail(second)).toEqual([
      'event-happened 1',
      'message-queued 1',
      'path-ended 1',
      'entered 1',
      'wait-started 1',
    ]);
    expect(second.enrollments.map(({ status }) => status)).toEqual(['ended', 'waiting']);
  });

  test('everybody who waits, in the order in which they entered', () => {
    const later = anEnrollment({ ...inBasket, id: 'enr_0', key: 'b', enteredAt: NOON + 1 });
    const sooner = anEnrollment({ ...inBasket, id: 'enr_2', key: 'a' });
    const same = anEnrollment({ ...inBasket, id: 'enr_1', key: 'c' });
    const { commands } = applyBatch({
      ...batchOn(basket),
      enrollments: [later, sooner, same],
      events: [anEvent('Order', { receivedAt: NOON + MINUTE })],
    });
    expect(commands.map(({ enrollmentId }) => enrollmentId)).toEqual(['enr_1', 'enr_2', 'enr_0']);
  });

  test('an event after the timeout comes too late', () => {
    const outcome = applyBatch({
      ...batchOn(basket),
      enrollments: [inBasket],
      events: [anEvent('Order', { receivedAt: NOON + HOUR })],
    });
    expect(trail(outcome)).toEqual(['wait-timed-out 60', 'message-queued 60', 'path-ended 60']);
  });

  test('one whose program cannot be run stays as it is until its time comes, and is then set aside', () => {
    const elsewhere = anEnrollment({ ...inBasket, version: 9 });
    const batch = { ...batchOn(basket), enrollments: [elsewhere] };
    const before = { receivedAt: NOON, properties: {} };
    expect(applyBatch({ ...batch, events: [anEvent('Order', before)] }).enrollments).toEqual([]);
    const { enrollments, decisions } = applyBatch({ ...batch, now: NOON + DAY });
    expect(enrollments).toMatchObject([{ status: 'parked', wakeAt: null, endReason: 'program-unreadable' }]);
    expect(decisions).toMatchObject([{ code: 'program-unreadable', inputs: { version: 9 } }]);
  });
});
