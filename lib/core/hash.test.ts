// The hash must never change: lanes and ids of existing data depend on it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hash53, LANES, laneOf } from './hash';

test('gives what its author published, for any seed the same every time', () => {
  expect(hash53('a')).toBe(7929297801672961);
  expect(hash53('b')).toBe(8684336938537663);
  expect(hash53('revenge')).toBe(4051478007546757);
  expect(hash53('revenue')).toBe(8309097637345594);
  expect(hash53('a', 1)).not.toBe(hash53('a'));
});

test('every customer has one of the lanes, and customers spread over all of them', () => {
  fc.assert(fc.property(fc.string(), (id) => laneOf(id) >= 0 && laneOf(id) < LANES));
  const lanes = Array.from({ length: 400 }, (_, index) => laneOf(`cus_${index}`));
  expect(new Set(lanes).size).toBe(LANES);
});
