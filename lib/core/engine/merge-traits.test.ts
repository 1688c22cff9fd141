// What people tell us about themselves.
import { expect, test } from 'vitest';
import { mergeTraits } from './merge-traits';

test('writes over, adds, and removes with null', () => {
  const attributes = { name: 'Ada', plan: 'free', address: { city: 'Rome', street: 'Via' } };
  expect(mergeTraits(attributes, { plan: null, age: 36, address: { city: 'Turin' } })).toEqual({
    name: 'Ada',
    age: 36,
    address: { city: 'Turin' },
  });
});

test('gives the same object back where nothing changes', () => {
  const attributes = { name: 'Ada' };
  expect(mergeTraits(attributes, { name: 'Ada', plan: null })).toBe(attributes);
  expect(mergeTraits(attributes, {})).toBe(attributes);
});

test('a hostile key is only a key', () => {
  const merged = mergeTraits({}, JSON.parse('{"__proto__":{"isAdmin":true},"a":1}'));
  expect(Object.keys(merged)).toEqual(['__proto__', 'a']);
  expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
});
