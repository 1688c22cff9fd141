// What a product becomes by an upsert, and which of its changes customers are told.
import { describe, expect, it } from 'vitest';
import { completeProduct, isSameProduct, type Product } from './complete-product';
import { productChanges } from './product-changes';

const tea: Product = {
  ...{ sku: 'T', name: 'Tea', category: 'Drinks', price: 900, stock: 10, url: 'https://x.test' },
};

describe('completeProduct', () => {
  it('needs a name, a price and a stock of what is new', () => {
    const given = { sku: 'T', name: 'Tea', price: 900, stock: 0 };
    expect(completeProduct(null, given)).toEqual({ ok: true, value: { ...given, category: '', url: null } });
    for (const missing of ['name', 'price', 'stock'] as const) {
      expect(completeProduct(null, { ...given, [missing]: undefined })).toEqual({
        ok: false,
        refusal: missing,
      });
    }
  });

  it('keeps what is known where nothing else is said', () => {
    expect(completeProduct(tea, { sku: 'T', stock: 3 })).toEqual({ ok: true, value: { ...tea, stock: 3 } });
    expect(completeProduct(tea, { sku: 'T', url: null })).toMatchObject({ value: { url: null } });
    expect(completeProduct(tea, { sku: 'T', category: '' })).toMatchObject({ value: { category: '' } });
  });
});

it.each<[keyof Product, Partial<Product>]>([
  ['name', { name: 'Green tea' }],
  ['category', { category: '' }],
  ['price', { price: 901 }],
  ['stock', { stock: 9 }],
  ['url', { url: null }],
])('a product with another %s is not the same', (_, change) => {
  expect(isSameProduct(tea, { ...tea, ...change })).toBe(false);
  expect(isSameProduct(tea, { ...tea })).toBe(true);
});

describe('productChanges', () => {
  it.each<[string, Partial<Product>, Partial<Product>, string[]]>([
    ['a lower price', {}, { price: 899 }, ['price-drop']],
    ['a higher price', {}, { price: 901 }, []],
    ['a return', { stock: 0 }, { stock: 40 }, ['back-in-stock']],
    ['a return with few', { stock: 0 }, { stock: 1 }, ['back-in-stock']],
    ['the last pieces', { stock: 5 }, { stock: 4 }, ['low-stock']],
    ['fewer of the last pieces', { stock: 4 }, { stock: 3 }, []],
    ['still enough', { stock: 10 }, { stock: 5 }, []],
    ['sold out', { stock: 10 }, { stock: 0 }, []],
    ['cheap last pieces', { stock: 10 }, { stock: 1, price: 1 }, ['price-drop', 'low-stock']],
  ])('tells of %s', (_, before, after, changes) => {
    expect(productChanges({ ...tea, ...before }, { ...tea, ...after }, 5)).toEqual(changes);
  });
});
