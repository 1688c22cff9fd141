// Which rules an event meets, and that finding them does not mean trying them all.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition } from '../condition/condition';
import { evaluate } from '../condition/evaluate';
import type { JsonObject } from '../json';
import { arbitraryCondition, arbitraryFacts } from '../testing/arbitrary-condition';
import { anEnrollment, anEvent } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import { type CustomerEvent, occurrenceOf } from './customer-event';
import type { Enrollment } from './enrollment';
import type { LiveVersion } from './live-rule';
import {
  buildRuleIndex,
  enrollRules,
  findProgram,
  getProgram,
  isMet,
  type RuleIndex,
  rulesAt,
} from './rule-index';
import { candidates, emptyTree } from './rule-tree';

function version(number: number, filter: Condition | null): LiveVersion {
  const program = journey().trigger('Viewed').exit().program();
  const rules = program.rules.map((rule) => ({ ...rule, filter }));
  return { journeyId: `jrn_${number}`, version: 1, program: { ...program, rules }, isEnrolling: true };
}

function is(subject: 'attribute' | 'property', path: string, value: string | number): Condition {
  return { type: 'test', subject, path: [path], operator: 'equals', value };
}

const happening = (name: string, change: Partial<CustomerEvent> = {}) => occurrenceOf(anEvent(name, change));

describe('enrolling', () => {
  const index = buildRuleIndex([
    version(1, null),
    version(2, is('property', 'category', 'shoes')),
    version(3, { type: 'all', of: [is('property', 'category', 'shoes'), is('attribute', 'plan', 'pro')] }),
    version(4, is('property', 'category', 7)),
    { ...version(5, null), isEnrolling: false },
  ]);

  const entered = (properties: JsonObject, attributes: JsonObject = {}) =>
    enrollRules(index, happening('Viewed', { properties }), { attributes, properties }).map(
      ({ journeyId }) => journeyId,
    );

  test('by name, filter, and only where a version lets people in', () => {
    expect(entered({})).toEqual(['jrn_1']);
    expect(entered({ category: 'shoes' })).toEqual(['jrn_1', 'jrn_2']);
    expect(entered({ category: 'shoes' }, { plan: 'pro' })).toEqual(['jrn_1', 'jrn_2', 'jrn_3']);
    expect(entered({ category: 7 })).toEqual(['jrn_1', 'jrn_4']);
    expect(enrollRules(index, happening('Bought'), { attributes: {}, properties: {} })).toEqual([]);
  });

  test('finds the program of a live version', () => {
    const passage = anEnrollment({ journeyId: 'jrn_5' });
    expect(findProgram(index, passage)).toBe(getProgram(index, passage));
    expect(findProgram(index, { ...passage, version: 2 })).toBeUndefined();
    expect(() => getProgram(index, { ...passage, version: 2 })).toThrow('no live version 2');
  });

  test('the same rules as trying them one by one, in the same order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(arbitraryCondition), { maxLength: 12 }),
        arbitraryFacts,
        arbitraryFacts,
        (filters, attributes, properties) => {
          const live = filters.map((filter, number) => version(number, filter));
          const found = enrollRules(buildRuleIndex(live), happening('Viewed', { properties }), {
            attributes,
            properties,
          });
          const tried = live.filter((_, number) => {
            const filter = filters[number] ?? null;
            return filter === null || evaluate(filter, { attributes, properties });
          });
          expect(found.map(({ journeyId }) => journeyId)).toEqual(tried.map(({ journeyId }) => journeyId));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('a thousand journeys whose equality does not hold are not even looked at', () => {
    const thousand = Array.from({ length: 1000 }, (_, number) =>
      version(number, {
        type: 'all',
        of: [
          is('property', 'category', `category ${number % 10}`),
          is('property', 'brand', `brand ${number}`),
          is('attribute', 'city', `city ${number}`),
        ],
      }),
    );
    const tree = buildRuleIndex(thousand).enrolling.get('Viewed') ?? emptyTree();
    const properties = { category: 'category 3', brand: 'brand 4' };
    expect(candidates(tree, { properties, attributes: { city: 'city 3' } })).toEqual([]);
    expect(candidates(tree, { properties: { ...properties, brand: 'brand 13' }, attributes: {} })).toEqual(
      [],
    );
  });
});

describe('resuming', () => {
  const filter = is('property', 'status', 'paid');
  const program = journey()
    .trigger('Order', { key: ['order'] })
    .waitFor('Payment', { hours: 1, key: ['order'], filter })
    .exit()
    .program();
  const index = buildRuleIndex([{ journeyId: 'jrn_1', version: 1, program, isEnrolling: false }]);
  const waiting = anEnrollment({ nodeId: 'nod_2', key: '7' });
  const payment = anEvent('Payment', { properties: { order: 7, status: 'paid' } });

  const isResumed = (among: RuleIndex, passage: Enrollment, event: CustomerEvent) => {
    const facts = { attributes: {}, properties: event.properties };
    const rules = rulesAt(among, passage, passage.nodeId);
    return rules.some((rule) => isMet(rule, occurrenceOf(event), passage, facts));
  };

  test('by name, filter and key, where the enrollment stands', () => {
    expect(isResumed(index, waiting, payment)).toBe(true);
    expect(isResumed(index, waiting, { ...payment, name: 'Order' })).toBe(false);
    expect(isResumed(index, waiting, { ...payment, properties: { order: 8, status: 'paid' } })).toBe(false);
    expect(isResumed(index, waiting, { ...payment, properties: { order: 7 } })).toBe(false);
    expect(isResumed(index, { ...waiting, nodeId: 'nod_1' }, payment)).toBe(false);
    expect(isResumed(index, { ...waiting, version: 2 }, payment)).toBe(false);
  });

  test('a condition is asked about only when what it mentions has changed', () => {
    const condition: Condition = {
      type: 'any',
      of: [is('attribute', 'plan', 'pro'), { type: 'segment', segmentId: 'seg_a', isMember: true }],
    };
    const rules = program.rules.map((rule) => ({ ...rule, on: 'change' as const, filter: condition }));
    const among = buildRuleIndex([
      { journeyId: 'jrn_1', version: 1, program: { ...program, rules }, isEnrolling: false },
    ]);
    const hears = (name: string, properties: JsonObject, type: CustomerEvent['type'] = 'signal') => {
      const event = occurrenceOf(anEvent(name, { type, properties }));
      const facts = { attributes: { plan: 'pro' }, properties, past: [] };
      return rulesAt(among, waiting, 'nod_2').some((rule) => isMet(rule, event, waiting, facts));
    };
    expect(hears('attribute-changed', { attribute: 'plan' })).toBe(true);
    expect(hears('attribute-changed', { attribute: 'city' })).toBe(false);
    expect(hears('segment-entered', { segment_id: 'seg_a' })).toBe(true);
    expect(hears('segment-entered', { segment_id: 'seg_b' })).toBe(false);
  });

  test('a wait without key or filter is ended by every event of its name, and by no signal', () => {
    const plain = journey().trigger('Order').waitFor('Payment', { hours: 1 }).exit().program();
    const other = buildRuleIndex([{ journeyId: 'jrn_1', version: 1, program: plain, isEnrolling: true }]);
    expect(isResumed(other, waiting, anEvent('Payment'))).toBe(true);
    expect(isResumed(other, waiting, anEvent('Payment', { type: 'signal' }))).toBe(false);
  });
});
