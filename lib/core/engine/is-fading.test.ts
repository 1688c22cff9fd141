// What time can only end.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Condition, isGroup } from '../condition/condition';
import { evaluate } from '../condition/evaluate';
import { nextChangeAt } from '../condition/next-change';
import { arbitraryAllFacts, arbitraryCondition } from '../testing/arbitrary-condition';
import { isFading } from './is-fading';
import { isTimed } from './is-timed';

const DAY = 86_400_000;
const asked = (change: object) =>
  isFading(
    Condition.parse({ type: 'event', event: 'Order', within: { amount: 1, unit: 'days' }, ...change }),
  );

test('whom it does not hold for now, it never holds for by time alone', () => {
  let seen = 0;
  const waits = fc.array(fc.integer({ min: 0, max: 200 * DAY }));
  fc.assert(
    fc.property(arbitraryCondition, arbitraryAllFacts, waits, (condition, known, later) => {
      if (!isFading(condition) || evaluate(condition, known)) return;
      const { now = 0 } = known;
      const turn = nextChangeAt(condition, known);
      for (const moment of [...later.map((wait) => now + wait), ...(turn === null ? [] : [turn])])
        expect(evaluate(condition, { ...known, now: moment })).toBe(false);
      if (isTimed(condition) && !isGroup(condition)) seen += 1;
    }),
    { numRuns: 2000 },
  );
  expect(seen).toBeGreaterThan(20);
});

test('a window that wants enough fades, one that wants few does not, nor does its opposite', () => {
  const month = { type: 'event', event: 'Order', within: { amount: 1, unit: 'days' } };
  expect([asked({}), asked({ operator: 'greater-than', count: 3 })]).toEqual([true, true]);
  expect([asked({ operator: 'equals', count: 0 }), asked({ operator: 'at-most' })]).toEqual([false, false]);
  expect(asked({ measure: { of: 'sum', property: ['total'] } })).toBe(false);
  expect(asked({ measure: { of: 'sum', property: ['total'] }, within: null })).toBe(false);
  expect(isFading(Condition.parse({ type: 'any', of: [month, { type: 'all', of: [] }] }))).toBe(true);
  expect(isFading(Condition.parse({ type: 'none', of: [month] }))).toBe(false);
  for (const isSo of [true, false]) {
    const within = { amount: 1, unit: 'days' };
    const deeds = { first: { event: 'A' }, next: { event: 'B' }, within };
    expect(isFading(Condition.parse({ type: 'sequence', ...deeds, isFollowed: isSo }))).toBe(isSo);
    const passage = { type: 'journey', journeyId: 'jrn_a', state: 'entered', within, isSo };
    expect(isFading(Condition.parse(passage))).toBe(isSo);
  }
});
