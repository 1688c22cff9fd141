// Decimal sums without the dust of binary fractions.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDecimals, decimalOf, numberOf, sumOf } from './decimal';

test('sums are exact', () => {
  expect(numberOf(sumOf([0.1, 0.2]))).toBe(0.3);
  expect(numberOf(sumOf([1e21, 1, -1e21]))).toBe(1);
  expect(numberOf(sumOf([1e-7, 1.5e-7]))).toBe(2.5e-7);
  expect(numberOf(sumOf([]))).toBe(0);
});

test('numbers are compared as they are written', () => {
  const sum = sumOf([0.1, 0.2]);
  expect(compareDecimals(sum, decimalOf(0.3))).toBe(0);
  expect(compareDecimals(sum, decimalOf(0.1), 3)).toBe(0);
  expect(compareDecimals(sum, decimalOf(0.4))).toBe(-1);
  expect(compareDecimals(sum, decimalOf(-1e300))).toBe(1);
});

test('every number comes back as it went in', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      expect(numberOf(decimalOf(number))).toBe(number === 0 ? 0 : number);
    }),
  );
});
