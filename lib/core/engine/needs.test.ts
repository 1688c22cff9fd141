// What a batch asks the shell to load.
import { describe, expect, test } from 'vitest';
import type { Condition } from '../condition/condition';
import { anEvent } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import type { CustomerEvent } from './customer-event';
import { needs } from './needs';
import { buildRuleIndex, type RuleIndex } from './rule-index';

function is(subject: 'attribute' | 'property', value: string): Condition {
  return { type: 'test', subject, path: ['plan'], operator: 'equals', value };
}

const entering = (filter: Condition, reentry: 'once' | 'unlimited') =>
  journey(reentry).trigger('Viewed', { filter }).waitFor('Bought', { hours: 1 }).exit().program();

const index = buildRuleIndex([
  { journeyId: 'jrn_1', version: 1, program: entering(is('property', 'pro'), 'once'), isEnrolling: true },
  {
    journeyId: 'jrn_2',
    version: 1,
    program: entering(is('attribute', 'pro'), 'unlimited'),
    isEnrolling: true,
  },
]);
const onlyProperties = buildRuleIndex([
  { journeyId: 'jrn_1', version: 1, program: entering(is('property', 'pro'), 'once'), isEnrolling: true },
]);

const nobody = { enrollments: [], appointments: [], segments: [] };

/** Without the rules, which have identity and no simple form. */
function ask(index: RuleIndex, events: readonly CustomerEvent[]) {
  const { customers, entered } = needs(index, events, nobody);
  return { customers, entered };
}

const nothing = { customers: [], entered: [] };

describe('needs', () => {
  test('nothing for events that touch nothing', () => {
    expect(ask(index, [anEvent('Opened'), anEvent('', { type: 'identify' })])).toEqual(nothing);
    expect(ask(onlyProperties, [anEvent('Viewed', { properties: { plan: 'free' } })])).toEqual(nothing);
  });

  test('the customer, where an event brings traits or may resume somebody', () => {
    const telling = anEvent('', { type: 'identify', traits: { plan: 'pro' } });
    expect(ask(index, [telling, telling])).toEqual({ ...nothing, customers: ['cus_1'] });
    expect(ask(index, [anEvent('Bought')])).toEqual({ ...nothing, customers: ['cus_1'] });
  });

  test('the customer, where a rule about attributes may match', () => {
    expect(ask(index, [anEvent('Viewed')])).toEqual({ ...nothing, customers: ['cus_1'] });
  });

  test('who was in a journey before, where it lets people in once', () => {
    const viewed = anEvent('Viewed', { properties: { plan: 'pro' } });
    expect(
      ask(index, [viewed, { ...viewed, customerId: 'cus_2' }, anEvent('Bought', { customerId: 'cus_3' })]),
    ).toEqual({
      customers: ['cus_1', 'cus_2', 'cus_3'],
      entered: [{ customers: ['cus_1', 'cus_2'], journeys: ['jrn_1'] }],
    });
  });

  test('of a thousand rules about attributes the journeys are listed once, not per event', () => {
    const many = Array.from({ length: 3 }, (_, number) => ({
      journeyId: `jrn_${number}` as const,
      version: 1,
      program: entering(is('attribute', `plan ${number}`), 'once'),
      isEnrolling: true,
    }));
    const found = ask(buildRuleIndex(many), [anEvent('Viewed'), anEvent('Viewed', { customerId: 'cus_2' })]);
    expect(found.entered).toEqual([{ customers: ['cus_1', 'cus_2'], journeys: ['jrn_0', 'jrn_1', 'jrn_2'] }]);
  });
});
