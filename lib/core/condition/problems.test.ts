// Which conditions are not finished.
import { expect, test } from 'vitest';
import {
  type Condition,
  DateTest,
  EventTest,
  ProductTest,
  SampleTest,
  SegmentTest,
  SequenceTest,
  type Test,
} from './condition';
import { conditionProblems } from './problems';

const whole: Test = { type: 'test', subject: 'attribute', path: ['plan'], operator: 'equals', value: 'pro' };

const codes = (condition: Condition) =>
  conditionProblems(condition, 'filter').map(({ code, field }) => `${code} ${field}`);

test('a finished condition has no problem', () => {
  expect(codes(whole)).toEqual([]);
  expect(codes({ ...whole, value: 0 })).toEqual([]);
  expect(codes({ ...whole, operator: 'one-of', value: ['a'] })).toEqual([]);
  expect(codes({ type: 'test', subject: 'property', path: ['a', 'b'], operator: 'is-set' })).toEqual([]);
  expect(codes({ type: 'test', subject: 'property', path: ['a'], operator: 'is-not-set' })).toEqual([]);
  expect(codes({ type: 'all', of: [] })).toEqual([]);
});

test('a test needs a path and its kind of value', () => {
  const { value: _value, ...bare } = whole;
  const unfinished: Test[] = [
    bare,
    { ...whole, path: [] },
    { ...whole, path: ['a', ''] },
    { ...whole, value: '' },
    { ...whole, value: ['pro'] },
    { ...whole, operator: 'one-of' },
    { ...whole, operator: 'one-of', value: [] },
  ];
  for (const part of unfinished) expect(codes(part)).toEqual(['incomplete-condition filter']);
});

test('what was done needs an event, its own properties, a whole count and a window that can be looked back over', () => {
  const did = (change: Partial<EventTest>) =>
    codes(EventTest.parse({ type: 'event', event: 'Bought', ...change }));
  const own: Test = { ...whole, subject: 'property' };
  expect(did({})).toEqual([]);
  expect(did({ where: [own], count: 0, within: { amount: 365, unit: 'days' } })).toEqual([]);
  expect(did({ event: ' ' })).toEqual(['incomplete-condition filter']);
  expect(did({ where: [whole] })).toEqual(['incomplete-condition filter']);
  expect(did({ where: [{ ...own, value: '' }] })).toEqual(['incomplete-condition filter']);
  for (const count of [-1, 0.5]) expect(did({ count })).toEqual(['bad-count filter']);
  for (const amount of [0, -1, 366]) {
    expect(did({ within: { amount, unit: 'days' } })).toEqual(['bad-window filter']);
  }
});

test('what is measured needs its property, and days need to be in the calendar', () => {
  const did = (change: Partial<EventTest>) =>
    codes(EventTest.parse({ type: 'event', event: 'Bought', ...change }));
  const own: Test = { ...whole, subject: 'property' };
  expect(did({ measure: { of: 'sum', property: ['total'] }, count: 0.5 })).toEqual([]);
  expect(did({ measure: { of: 'days-since-last', property: [] }, count: 30 })).toEqual([]);
  expect(did({ measure: { of: 'days-since-last', property: [] }, count: 0.5 })).toEqual(['bad-count filter']);
  expect(did({ measure: { of: 'sum', property: [] } })).toEqual(['incomplete-condition filter']);
  expect(did({ items: { path: ['products'], where: [own] } })).toEqual([]);
  expect(did({ items: { path: [''], where: [] } })).toEqual(['incomplete-condition filter']);
  expect(did({ items: { path: ['products'], where: [whole] } })).toEqual(['incomplete-condition filter']);
  expect(did({ between: { from: '2026-02-28', to: '' } })).toEqual([]);
  expect(did({ between: { from: '', to: '' } })).toEqual(['incomplete-condition filter']);
  expect(did({ between: { from: '2026-02-30', to: '' } })).toEqual(['bad-date filter']);
  expect(did({ between: { from: '2026-03-02', to: '2026-03-01' } })).toEqual(['window-ends-first filter']);
});

test('dates, sequences and samples are finished and within bounds', () => {
  const date = (change: Partial<DateTest>) =>
    codes(DateTest.parse({ type: 'date', path: ['born'], ...change }));
  expect(date({})).toEqual([]);
  expect(date({ path: [] })).toEqual(['incomplete-condition filter']);
  expect(date({ operator: 'on' })).toEqual(['incomplete-condition filter']);
  expect(date({ operator: 'on', date: '2026-02-30' })).toEqual(['bad-date filter']);
  expect(date({ operator: 'on', date: '2026-02-28', days: -1 })).toEqual([]);
  expect(date({ days: -1 })).toEqual(['bad-number filter']);
  expect(date({ operator: 'anniversary-within-last', days: 366 })).toEqual(['bad-number filter']);
  const bought = { event: 'Bought', where: [] };
  const sequence = (change: Partial<SequenceTest>) =>
    codes(SequenceTest.parse({ type: 'sequence', first: bought, next: bought, ...change }));
  expect(sequence({})).toEqual([]);
  expect(sequence({ next: { event: '', where: [] } })).toEqual(['incomplete-condition filter']);
  expect(sequence({ first: { event: 'Bought', where: [whole] } })).toEqual(['incomplete-condition filter']);
  const regular: Test = { ...whole, subject: 'property', operator: 'matches', value: '^a$' };
  expect(sequence({ first: { event: 'Bought', where: [regular] } })).toEqual(['bad-pattern filter']);
  expect(sequence({ lookBack: { amount: 0, unit: 'days' } })).toEqual(['bad-window filter']);
  const sample = (percent: number) => codes(SampleTest.parse({ type: 'sample', percent }));
  expect([sample(0), sample(101)]).toEqual([[], ['bad-number filter']]);
});

test('a segment and a product must be chosen', () => {
  const segment = (segmentId: SegmentTest['segmentId']) => SegmentTest.parse({ type: 'segment', segmentId });
  const product = (change: Partial<ProductTest>) => ProductTest.parse({ type: 'product', ...change });
  expect(codes(segment('seg_a'))).toEqual([]);
  expect(codes(segment(null))).toEqual(['incomplete-condition filter']);
  expect(codes(product({ sku: 'TEA' }))).toEqual([]);
  expect(codes(product({ path: ['item', 'sku'] }))).toEqual([]);
  expect(codes(product({ sku: ' ' }))).toEqual(['incomplete-condition filter']);
  expect(codes(product({ sku: 'TEA', path: ['item', ''] }))).toEqual(['incomplete-condition filter']);
});

test('names the part at fault', () => {
  const inner: Condition = { type: 'any', of: [whole, { type: 'all', of: [] }] };
  expect(codes({ type: 'none', of: [inner, { ...whole, value: '' }] })).toEqual([
    'empty-condition filter.of.0.of.1',
    'incomplete-condition filter.of.1',
  ]);
  expect(codes({ type: 'any', of: [] })).toEqual(['empty-condition filter']);
});
