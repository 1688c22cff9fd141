// Circles are found whatever way they take, and told by that way; shared parts are no circles.
import { expect, test } from 'vitest';
import { findCycle } from './find-cycle';

const of = (edges: Record<string, string[]>) => new Map(Object.entries(edges));

test('a circle is told by its way', () => {
  expect(findCycle(of({ a: ['a'] }), 'a')).toEqual(['a', 'a']);
  expect(findCycle(of({ a: ['x', 'b'], b: ['c'], c: ['a'], x: [] }), 'a')).toEqual(['a', 'b', 'c', 'a']);
});

test('what two segments share is no circle, and a circle elsewhere is not ours', () => {
  expect(findCycle(of({ a: ['b', 'c'], b: ['d'], c: ['d'] }), 'a')).toBeNull();
  expect(findCycle(of({ a: ['b'], b: ['c'], c: ['b'] }), 'a')).toBeNull();
  expect(findCycle(of({}), 'a')).toBeNull();
});
