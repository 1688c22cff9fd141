// What a question costs in people and days.
import { expect, test } from 'vitest';
import { type PlanQuestion, planExperiment, powerCurve } from './experiment-plan';

const question: PlanQuestion = {
  baseline: { kind: 'rate', rate: 0.05 },
  smallestLift: 0.15,
  weights: [50, 50],
  mode: 'test-then-send',
  alpha: 0.05,
  power: 0.8,
  peoplePerDay: 1000,
};

test('one look at the end costs what power.prop.test says, and peeking a little more', () => {
  expect(planExperiment(question)).toEqual({ perArm: 14_193, people: 28_386, days: 29 });
  expect(planExperiment({ ...question, mode: 'fixed-window' })?.perArm).toBe(15_187);
  expect(planExperiment({ ...question, mode: 'open-ended' })?.perArm).toBe(27_108);
});

test('the smallest arm decides, more arms share alpha, and an arm of weight 0 costs nothing', () => {
  expect(planExperiment({ ...question, weights: [90, 10] })?.people).toBe(141_930);
  expect(planExperiment({ ...question, weights: [50, 0, 50] })?.perArm).toBe(14_193);
  expect(planExperiment({ ...question, weights: [1, 1, 1] })?.perArm).toBeGreaterThan(17_000);
});

test('a mean needs its deviation', () => {
  const revenue = { ...question, baseline: { kind: 'mean' as const, mean: 10, sd: 40 }, smallestLift: 0.2 };
  expect(planExperiment(revenue)?.perArm).toBe(6280);
  expect(planExperiment({ ...revenue, baseline: { kind: 'mean', mean: 10, sd: 0 } })).toBeNull();
  expect(powerCurve(revenue, 2 * 6280, [0.2])[0]?.power).toBeCloseTo(0.8, 3);
});

test('what cannot be planned has no plan, and without traffic no days', () => {
  expect(planExperiment({ ...question, weights: [100, 0] })).toBeNull();
  expect(planExperiment({ ...question, baseline: { kind: 'rate', rate: 0 } })).toBeNull();
  expect(planExperiment({ ...question, smallestLift: 25 })).toBeNull();
  expect(planExperiment({ ...question, smallestLift: 0 })).toBeNull();
  expect(planExperiment({ ...question, peoplePerDay: 0 })?.days).toBeNull();
});

test('the power curve passes through the plan', () => {
  const plan = planExperiment({ ...question, mode: 'fixed-window' });
  const curve = powerCurve({ ...question, mode: 'fixed-window' }, plan?.people ?? 0, [0, 0.15, 0.3, 30]);
  expect(curve.map(({ power }) => power)).toEqual([
    expect.closeTo(0.025, 3),
    expect.closeTo(0.8, 3),
    expect.closeTo(1, 3),
    null,
  ]);
  expect(powerCurve({ ...question, weights: [1] }, 1000, [0.1])).toEqual([{ lift: 0.1, power: null }]);
});
