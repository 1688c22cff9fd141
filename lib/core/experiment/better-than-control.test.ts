// Arms against a control: what is better than nothing, at which look, and how many at once.
import { describe, expect, test } from 'vitest';
import { normal } from '../statistics/normal';
import { buildArm, buildLook, fortnight } from '../testing/build-look';
import { alwaysValid } from './always-valid';
import { betterThanControl } from './better-than-control';
import { difference } from './difference';
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

  test('p is one-sided, and what each look may spend is counted in', () => {
    const found = difference(estimateRate(500, 5000), estimateRate(575, 5000));
    const z = found ? found.value / found.se : 0;
    const ever = alwaysValid.p(10_000, z, 0.02, 15_000) / 2 / 0.2;
    const at = (day: number) => betterThanControl(plan, look([500, 575], day), '0').arms[0]?.p;
    expect(at(8)).toBeCloseTo(Math.min(1, ever), 12);
    expect(at(14)).toBeCloseTo(normal.sf(z) / 0.8, 12);
    const clear = difference(estimateRate(250, 5000), estimateRate(400, 5000));
    const far = clear ? clear.value / clear.se : 0;
    const told = betterThanControl(plan, look([250, 400], 8), '0').arms[0]?.p ?? 0;
    expect(told / (alwaysValid.p(10_000, far, 0.02, 15_000) / 0.4)).toBeCloseTo(1, 9);
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
