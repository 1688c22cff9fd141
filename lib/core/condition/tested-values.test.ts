// What a decision remembers of what it looked at.
import { expect, test } from 'vitest';
import type { JsonObject } from '../json';
import type { Condition } from './condition';
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
