// Suggestions come from what really arrived, the most common first.
import { expect, test } from 'vitest';
import { sampledPaths } from './sampled-paths';

test('paths lead to values, with one that was seen; the most common come first', () => {
  const samples = [
    { total: 20, shipping: { country: 'ES' } },
    { total: 35, coupon: null, products: [{ sku: 'a' }] },
    { coupon: 'SPRING' },
  ];
  expect(sampledPaths(samples)).toEqual([
    { value: 'coupon', hint: 'SPRING' },
    { value: 'total', hint: '20' },
    { value: 'products', hint: '[1]' },
    { value: 'shipping.country', hint: 'ES' },
  ]);
});

test('keys that a dotted path cannot name are left out, and so is what lies too deep', () => {
  expect(sampledPaths([{ 'a.b': 1, '': 2, a: { b: { c: { d: 4 } } } }])).toEqual([]);
});
