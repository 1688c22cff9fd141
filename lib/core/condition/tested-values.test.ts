// What a decision remembers of what it looked at.
import { expect, test } from 'vitest';
import type { JsonObject } from '../json';
import { type Condition, DateTest, EventTest, ProductTest, SampleTest, SequenceTest } from './condition';
import { testedValues } from './tested-values';

const look = (subject: 'attribute' | 'property', ...path: string[]): Condition => ({
  type: 'test',
  subject,
  path,
  operator: 'is-set',
});

test('keeps short values, cuts long ones, and only mentions what is large', () => {
  const attributes: JsonObject = {
    plan: 'pro',
    bio: 'x'.repeat(500),
    tags: ['a'],
    address: { city: 'Rome' },
    gone: null,
  };
  const facts = { attributes, properties: { cart: { total: 9 } } };
  const conditions: Condition[] = [
    look('attribute', 'plan'),
    { type: 'any', of: [look('attribute', 'bio'), look('attribute', 'tags'), look('attribute', 'address')] },
    look('attribute', 'gone'),
    look('attribute', 'missing'),
    look('property', 'cart', 'total'),
  ];
  expect(testedValues(conditions, facts)).toEqual({
    'attribute.plan': 'pro',
    'attribute.bio': 'x'.repeat(200),
    'attribute.tags': '…',
    'attribute.address': '…',
    'attribute.gone': null,
    'attribute.missing': null,
    'property.cart.total': 9,
  });
});

test('says how often, whether a member, and what the catalogue says', () => {
  const did = (within: EventTest['within']) => EventTest.parse({ type: 'event', event: 'Bought', within });
  const product = (change: Partial<ProductTest>) => ProductTest.parse({ type: 'product', ...change });
  const conditions: Condition[] = [
    did(null),
    DateTest.parse({ type: 'date', subject: 'property', path: ['other'] }),
    SequenceTest.parse({ type: 'sequence', first: { event: 'Bought' }, next: { event: 'Left' } }),
    SampleTest.parse({ type: 'sample', salt: 'a' }),
    { ...did(null), measure: { of: 'sum', property: ['cart', 'total'] } },
    { type: 'segment', segmentId: 'seg_a', isMember: false },
    { type: 'segment', segmentId: null, isMember: true },
    product({ sku: 'TEA' }),
    product({ path: ['item', 'sku'], field: 'price' }),
    product({ path: ['other'] }),
  ];
  const facts = {
    attributes: {},
    properties: { item: { sku: 7 }, other: null },
    past: [{ name: 'Bought', messageId: 'm', properties: {}, at: 0, receivedAt: 0 }],
    segments: new Set(['seg_a']),
    products: new Map([['7', { stock: 1, price: 250 }]]),
  };
  expect(testedValues(conditions, facts)).toEqual({
    'event.Bought': 1,
    'property.other': null,
    'sequence.Bought.Left': false,
    'sample.a': false,
    'event.Bought.sum.cart.total': 0,
    'segment.seg_a': true,
    'segment.': false,
    'product.TEA.stock': null,
    'product.7.price': 250,
    'product.property.other.stock': null,
  });
});

test('tells two counts of one event apart, and mentions one count once', () => {
  const did = (amount: number) =>
    EventTest.parse({ type: 'event', event: 'Bought', within: { amount, unit: 'minutes' } });
  const at = [0, 1, 8].map((minute) => minute * 60_000);
  const past = at.map((ms) => ({ name: 'Bought', messageId: 'm', properties: {}, at: ms, receivedAt: ms }));
  const facts = { attributes: {}, properties: {}, now: 10 * 60_000, past };
  expect(testedValues([did(5), did(10), did(3), did(60)], facts)).toEqual({
    'event.Bought': 1,
    'event.Bought 2': 2,
    'event.Bought 3': 3,
  });
});

test('keeps a value of the wrong type, which made the test fail', () => {
  const total: Condition = {
    type: 'test',
    subject: 'property',
    path: ['total'],
    operator: 'at-least',
    value: 50,
  };
  expect(testedValues([total], { attributes: {}, properties: { total: '60' } })).toEqual({
    'property.total': '60',
  });
});
