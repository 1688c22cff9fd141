// Reading and comparing JSON.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameJson, type Json, JsonObjectSchema, valueAt } from './json';

describe('valueAt', () => {
  const value = { cart: { total: 7, items: ['a'] }, none: null };

  test('follows keys, and only keys', () => {
    expect(valueAt(value, ['cart', 'total'])).toBe(7);
    expect(valueAt(value, [])).toBe(value);
    expect(valueAt(value, ['none'])).toBe(null);
    expect(valueAt(value, ['cart', 'missing'])).toBeUndefined();
    expect(valueAt(value, ['none', 'deeper'])).toBeUndefined();
    expect(valueAt(value, ['cart', 'items', '0'])).toBeUndefined();
    expect(valueAt(value, ['cart', 'total', 'toFixed'])).toBeUndefined();
    expect(valueAt(undefined, ['cart'])).toBeUndefined();
  });

  test('never reaches a prototype', () => {
    for (const key of ['constructor', '__proto__', 'toString']) expect(valueAt({}, [key])).toBeUndefined();
  });
});

describe('isSameJson', () => {
  test('looks at what is said, not at the order of keys', () => {
    expect(isSameJson({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
    for (const [a, b] of [
      [1, '1'],
      [null, {}],
      [{}, null],
      [{}, 1],
      [[], {}],
      [{ a: 1 }, { b: 1 }],
      [{ a: 1 }, { a: 1, b: 2 }],
      [
        [1, 2],
        [2, 1],
      ],
    ]) {
      expect(isSameJson(a, b)).toBe(false);
    }
  });

  test('a value is the same as its copy, and two that differ as text differ', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => isSameJson(value, structuredClone(value))));
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.array(fc.jsonValue()), (a, b) => {
        if (isSameJson(a, b)) expect(a).toEqual(b);
      }),
    );
  });
});

test('the schema takes JSON objects as they are', () => {
  const object: Json = { a: [1, 'x', null, { b: true }] };
  expect(JsonObjectSchema.parse(object)).toEqual(object);
  expect(JsonObjectSchema.safeParse([]).success).toBe(false);
});
