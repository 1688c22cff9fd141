import { expect, it } from 'vitest';
import { Condition } from '../condition/condition';
import { evaluate, type PastEvent } from '../condition/evaluate';
import { boughtProduct } from './bought-product';

function ordered(...products: PastEvent['properties'][]) {
  const at = 1_000;
  const past = [{ name: 'Order Completed', messageId: 'm', properties: { products }, at, receivedAt: at }];
  return { attributes: {}, properties: {}, now: 2_000, past };
}

it('looks for the SKU, and where an order gives none for the id', () => {
  const tea = boughtProduct('TEA');
  expect(Condition.safeParse(tea).success).toBe(true);
  expect(evaluate(tea, ordered({ sku: 'COFFEE' }, { sku: 'TEA' }))).toBe(true);
  expect(evaluate(tea, ordered({ product_id: 'TEA' }))).toBe(true);
  expect(evaluate(tea, ordered({ sku: null, product_id: 'TEA' }))).toBe(true);
  expect(evaluate(tea, ordered({ sku: 'COFFEE', product_id: 'TEA' }))).toBe(false);
  expect(evaluate(tea, ordered())).toBe(false);
});

it('finds numbers by their digits', () => {
  expect(evaluate(boughtProduct('42'), ordered({ product_id: 42 }))).toBe(true);
  expect(evaluate(boughtProduct('042'), ordered({ product_id: 42 }))).toBe(false);
});
