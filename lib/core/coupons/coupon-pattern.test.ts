// What codes look like: the pattern's own signs, and ones nobody misreads.
import { expect, it } from 'vitest';
import { COUPON_SIGNS, codeFrom, placesOf } from './coupon-pattern';

it('fills every place and leaves the rest', () => {
  const drawn = [0, COUPON_SIGNS.length - 1, 8];
  expect(codeFrom('TEA-##-#!', () => drawn.shift() ?? 0)).toBe('TEA-2Z-A!');
  expect(placesOf('TEA-##-#!')).toBe(3);
  expect(placesOf('TEA')).toBe(0);
});

it('uses no sign that looks like another, and each once', () => {
  expect(COUPON_SIGNS).not.toMatch(/[01OIL]/);
  expect(new Set(COUPON_SIGNS).size).toBe(COUPON_SIGNS.length);
});

it('draws from all signs', () => {
  const asked: number[] = [];
  codeFrom('##', (signs) => asked.push(signs) - 1);
  expect(asked).toEqual([COUPON_SIGNS.length, COUPON_SIGNS.length]);
});
