// A segment's condition is finished and asks only about the customer.
import { expect, test } from 'vitest';
import { type Condition, DateTest, EventTest, ProductTest } from '../condition/condition';
import { segmentProblems } from './segment-problems';

const codes = (condition: Condition) =>
  segmentProblems(condition, 'condition').map(({ code, field }) => `${code} ${field}`);
const country = { type: 'test' as const, path: ['country'], operator: 'is-set' as const };
const bought = EventTest.parse({ type: 'event', event: 'Bought' });

test('what is unfinished is named where it is', () => {
  expect(codes({ type: 'any', of: [{ ...country, subject: 'attribute', path: [] }] })).toEqual([
    'incomplete-condition condition.of.0',
  ]);
});

test('what only an event at hand or a passage could answer is refused', () => {
  const tea = ProductTest.parse({ type: 'product', path: ['sku'] });
  const of: Condition[] = [
    { ...country, subject: 'attribute' },
    { ...country, subject: 'property' },
    DateTest.parse({ type: 'date', subject: 'property', path: ['due'] }),
    { type: 'none', of: [{ ...country, subject: 'saved' }, { ...bought, sinceEntry: true }, tea] },
    bought,
    ProductTest.parse({ type: 'product', sku: 'TEA' }),
    { type: 'segment', segmentId: 'seg_1', isMember: true },
  ];
  expect(codes({ type: 'all', of })).toEqual([
    'needs-event condition.of.1',
    'needs-event condition.of.2',
    'needs-event condition.of.3.of.0',
    'needs-event condition.of.3.of.1',
    'needs-event condition.of.3.of.2',
  ]);
});
