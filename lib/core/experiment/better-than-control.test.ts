// Arms against a control: what is better than nothing, at which look, and how many at once.
import { describe, expect, test } from 'vitest';
import { buildArm, buildLook, fortnight } from '../testing/build-look';
import { betterThanControl } from './better-than-control';
import { estimateRate } from './estimate-rate';
import type { DecisionPlan, Look } from './verdict';

const plan: DecisionPlan = { ...fortnight, plannedPeople: 15_000 };

const look = (rates: readonly number[], day: number): Look =>
  buildLook(
    rates.map((conversions, index) => buildArm(String(index), conversions, 5000)),
    day,
  );

const better = (own: DecisionPlan, at: Look, control = '0') =>
  betterThanControl(own, at, control)
    .arms.filter(({ isBetter }) => isBetter)
    .map(({ arm }) => arm);

describe('against a control', () => {
  test('several arms may be better at once, a far better one at any look', () => {
    expect(better(plan, look([250, 400, 400], 8))).toEqual(['1', '2']);
    expect(better(plan, look([250, 400, 250], 8))).toEqual(['1']);
    expect(better({ ...plan, mode: 'open-ended', durationMs: null }, look([250, 400, 250], 8))).toEqual([
      '1',
    ]);
  });

  test('a slightly better one only at the end, and Holm asks more the more there are', () => {
    expect(better(plan, look([500, 575], 13))).toEqual([]);
    expect(better(plan, look([500, 575], 14))).toEqual(['1']);
    expect(better(plan, look([500, 561], 14))).toEqual(['1']);
    expect(better({ ...plan }, look([500, 561, 500], 14))).toEqual([]);
  });

  test('the one look of test-then-send is at its hour', () => {
    const sent: DecisionPlan = { ...plan, mode: 'test-then-send' };
    expect([better(sent, look([500, 575], 13)), better(sent, look([500, 575], 14))]).toEqual([[], ['1']]);
  });

  test('a worse one is never better, unless less is', () => {
    expect(better(plan, look([400, 250], 14))).toEqual([]);
    expect(better({ ...plan, isHigherBetter: false }, look([400, 250], 14))).toEqual(['1']);
  });

  test('gates hold here too, and without the control or anybody there is nothing to compare', () => {
    expect(betterThanControl(plan, look([250, 400], 6), '0')).toMatchObject({
      unmet: ['time'],
      arms: [{ isBetter: false }],
    });
    expect(betterThanControl(plan, look([250, 400], 8), 'gone').arms).toEqual([]);
    const none = look([0, 0], 14);
    const empty = { ...none, arms: none.arms.map((arm) => ({ ...arm, estimate: estimateRate(0, 0) })) };
    expect(betterThanControl(plan, empty, '0').arms).toEqual([
      { arm: '1', difference: null, p: 1, isBetter: false },
    ]);
  });
});
