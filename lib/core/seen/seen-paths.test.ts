// Pickers offer what really arrived, the most common first, and keep texts and numbers apart.
import { expect, test } from 'vitest';
import { seenPaths } from './seen-paths';

test('paths, kinds and values come by how often they were seen', () => {
  const samples = [
    { country: 'ES', age: 31, shipping: { city: 'Vigo' } },
    { country: 'ES', age: '31', vip: true },
    { country: 'CZ', age: null, tags: ['tea', 'tea', { deep: 1 }] },
  ];
  expect(seenPaths(samples)).toEqual([
    {
      path: ['country'],
      count: 3,
      kinds: ['text'],
      values: [
        { value: 'ES', count: 2 },
        { value: 'CZ', count: 1 },
      ],
    },
    {
      path: ['age'],
      count: 2,
      kinds: ['number', 'text'],
      values: [
        { value: 31, count: 1 },
        { value: '31', count: 1 },
      ],
    },
    { path: ['shipping', 'city'], count: 1, kinds: ['text'], values: [{ value: 'Vigo', count: 1 }] },
    { path: ['tags'], count: 1, kinds: ['list'], values: [{ value: 'tea', count: 2 }] },
    { path: ['tags', '[]', 'deep'], count: 1, kinds: ['number'], values: [{ value: 1, count: 1 }] },
    { path: ['vip'], count: 1, kinds: ['yes-no'], values: [{ value: true, count: 1 }] },
  ]);
});

test('the things in a list are told by their own keys', () => {
  const products = [{ sku: 'TEA', tags: ['new'] }, 'odd', null, { sku: 'CUP' }];
  const found = seenPaths([{ products, cart: { deep: { list: [{ sku: 'no' }] } } }]);
  expect(found.map(({ path }) => path.join('.'))).toEqual([
    'products.[].sku',
    'cart.deep.list',
    'products',
    'products.[].tags',
  ]);
});

test('what a dotted path cannot name, what lies too deep and what nobody would choose is left out', () => {
  expect(seenPaths([{ 'a.b': 1, '': 2, a: { b: { c: { d: 4 } } } }])).toEqual([]);
  expect(seenPaths([{ note: 'x'.repeat(61) }])).toMatchObject([{ path: ['note'], values: [] }]);
});

test('ids do not fill the memory: a bounded number of values is held, and twelve are told', () => {
  const samples = Array.from({ length: 600 }, (_, number) => ({ id: number }));
  const [ids] = seenPaths([...samples, { id: 3 }]);
  expect(ids?.count).toBe(601);
  expect(ids?.values).toHaveLength(12);
  expect(ids?.values[0]).toEqual({ value: 3, count: 2 });
});
