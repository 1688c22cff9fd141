// Integrals with known values.
import { expect, test } from 'vitest';
import { integrate } from './integrate';
import { normal } from './normal';

test('polynomials up to degree 63 are exact', () => {
  expect(integrate((x) => x ** 63, [0, 1])).toBeCloseTo(1 / 64, 15);
  expect(integrate((x) => x ** 2, [2, -1])).toBeCloseTo(3, 14);
});

test('bends belong to edges, whatever their order', () => {
  expect(integrate((x) => Math.abs(x), [1, 0, -2, 0])).toBeCloseTo(2.5, 14);
  expect(integrate(normal.pdf, [-9, -3, 3, 9])).toBeCloseTo(1, 14);
});

test('nothing to integrate over is 0', () => {
  expect([integrate(Math.exp, []), integrate(Math.exp, [3]), integrate(Math.exp, [3, 3])]).toEqual([0, 0, 0]);
});
