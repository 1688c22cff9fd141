// When a change in the catalogue turns the answer of a condition.
import { expect, test } from 'vitest';
import { type Condition, ProductTest } from '../condition/condition';
import { doesProductTurn } from './product-turns';

const inStock = ProductTest.parse({ type: 'product', sku: 'TEA' });
const asked: Condition = {
  type: 'none',
  of: [inStock, { type: 'test', subject: 'attribute', path: ['x'], operator: 'is-set' }],
};

test('where it comes to the bound or goes beyond, and nowhere else', () => {
  const tea = (stock: number) => ({ stock, price: 500 });
  expect(doesProductTurn(asked, 'TEA', tea(0), tea(1))).toBe(true);
  expect(doesProductTurn(asked, 'TEA', tea(1), tea(9))).toBe(false);
  expect(doesProductTurn(asked, 'TEA', tea(1), null)).toBe(true);
  expect(doesProductTurn(asked, 'TEA', null, tea(0))).toBe(false);
  expect(doesProductTurn(asked, 'COFFEE', tea(0), tea(1))).toBe(false);
  expect(doesProductTurn({ ...inStock, path: ['sku'] }, 'COFFEE', tea(0), tea(1))).toBe(true);
});
