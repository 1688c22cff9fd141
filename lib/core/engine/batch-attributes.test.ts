// Attributes in a batch: who writes them, and who sees them when.
import { describe, expect, test } from 'vitest';
import type { Condition } from '../condition/condition';
import { batchOn, trail } from '../testing/build-batch';
import { anEvent } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import { applyBatch } from './apply-batch';

describe('attributes', () => {
  const pro: Condition = {
    type: 'test',
    subject: 'attribute',
    path: ['plan'],
    operator: 'equals',
    value: 'pro',
  };

  test('identify is seen by the event that follows it', () => {
    const events = [
      anEvent('Basket', { seq: 2 }),
      anEvent('', { seq: 1, type: 'identify', traits: { plan: 'pro', age: null } }),
    ];
    const customers = new Map([['cus_1', { age: 36 }]] as const);
    const outcome = applyBatch({
      ...batchOn(journey().trigger('Basket', { filter: pro }).exit()),
      customers,
      events,
    });
    expect(trail(outcome)).toEqual(['entered 0', 'exit-reached 0']);
    expect(outcome.customers).toEqual(new Map([['cus_1', { plan: 'pro' }]]));
  });

  test('what one journey sets, the next one sees; the event itself is judged once', () => {
    const setting = journey().trigger('Basket').set('plan', 'pro');
    const judging = journey().trigger('Basket', { filter: pro }).exit();
    const seeing = journey()
      .trigger('Basket')
      .branch(pro, (path) => path.sms('Hello'))
      .exit();
    const outcome = applyBatch({ ...batchOn(setting, judging, seeing), events: [anEvent('Basket')] });
    expect(outcome.enrollments.map(({ journeyId }) => journeyId)).toEqual(['jrn_1', 'jrn_3']);
    expect(outcome.commands).toHaveLength(1);
    expect(outcome.customers).toEqual(new Map([['cus_1', { plan: 'pro' }]]));
  });

  test('traits of other calls are not attributes, and what stays the same is not written', () => {
    const customers = new Map([['cus_1', { plan: 'pro' }]] as const);
    const events = [
      anEvent('', { seq: 1, type: 'group', traits: { plan: 'free' } }),
      anEvent('', { seq: 2, type: 'identify', traits: { plan: 'pro' } }),
    ];
    expect(
      applyBatch({ ...batchOn(journey().trigger('Basket').exit()), customers, events }).customers.size,
    ).toBe(0);
  });
});
