// Optimise mode: when it starts, what it deals, and when it may stop.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { banditWeights, isSettled, yetToLearn } from './bandit-weights';
import { mirrored, ratePosterior } from './posterior';

test('every arm keeps a floor, and the shares sum to one', () => {
  expect(banditWeights([1, 0])).toEqual([expect.closeTo(0.95, 12), 0.05]);
  expect(banditWeights([1, 0, 0, 0, 0, 0])).toEqual([expect.closeTo(0.9, 12), 0.02, 0.02, 0.02, 0.02, 0.02]);
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 100 }), { minLength: 2, maxLength: 10 }), (parts) => {
      const total = parts.reduce((sum, part) => sum + part, 1);
      const chances = [...parts.slice(1).map((part) => part / total), ((parts[0] ?? 0) + 1) / total];
      expect(banditWeights(chances).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }),
  );
});

test('shares stay equal until every arm was seen enough', () => {
  const seen = { people: 100, conversions: 13 };
  expect(yetToLearn([seen, seen])).toEqual([]);
  expect(yetToLearn([seen, { ...seen, people: 99 }])).toEqual(['people']);
  expect(yetToLearn([seen, { people: 99, conversions: 11 }])).toEqual(['people', 'conversions']);
});

test('settles once the others can hardly be one in a hundred better', () => {
  const leader = ratePosterior(6_000, 100_000);
  expect(isSettled(leader, [ratePosterior(5_000, 100_000)])).toBe(true);
  expect(isSettled(leader, [ratePosterior(5_000, 100_000), ratePosterior(60, 1_000)])).toBe(false);
  expect(isSettled(leader, [leader])).toBe(false);
  expect(isSettled(ratePosterior(600_000, 1_000_000), [ratePosterior(600_000, 1_000_000)])).toBe(true);
  const less = (conversions: number) => mirrored(ratePosterior(conversions, 1_000_000));
  expect(isSettled(less(600_000), [less(600_000)])).toBe(true);
  expect(isSettled(less(600_000), [less(580_000)])).toBe(false);
});
