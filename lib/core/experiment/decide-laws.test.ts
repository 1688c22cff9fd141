// What no counts may ever do to the decision rule.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildArm, DAY_MS } from '../testing/build-look';
import { decide } from './decide';
import type { DecisionPlan, Look } from './verdict';

const count = fc
  .nat({ max: 4000 })
  .chain((people) => fc.nat({ max: people }).map((part) => ({ people, part })));
const arms = fc
  .array(fc.tuple(count, fc.integer({ min: 0, max: 3 })), { minLength: 0, maxLength: 5 })
  .map((rows) =>
    rows.map(([{ people, part }, weight], index) => buildArm(`arm-${index}`, part, people, weight)),
  );
const plans = fc.record<DecisionPlan>({
  mode: fc.constantFrom('fixed-window', 'open-ended', 'test-then-send'),
  isHigherBetter: fc.boolean(),
  alpha: fc.constantFrom(0.01, 0.05, 0.1),
  plannedPeople: fc.integer({ min: 0, max: 1_000_000 }),
  leastMs: fc.constantFrom(0, 7 * DAY_MS),
  durationMs: fc.constantFrom(null, 0, 14 * DAY_MS),
});
const looks = fc.record<Look>({
  elapsedMs: fc.integer({ min: 0, max: 30 * DAY_MS }),
  arms,
  twoArmPeople: fc.nat({ max: 30 }),
  hasGuardrailBreach: fc.boolean(),
});

test('no counts give a number that is none', () => {
  fc.assert(
    fc.property(plans, looks, (own, at) => {
      const { comparisons } = decide(own, at);
      const numbers = comparisons.flatMap(({ difference, se, bound }) => [difference, se ?? 0, bound ?? 0]);
      expect(numbers.filter((number) => Number.isNaN(number))).toEqual([]);
    }),
  );
});

test('the order of the arms matters to ties only, their names never', () => {
  fc.assert(
    fc.property(plans, looks, (own, at) => {
      const turned = decide(own, { ...at, arms: at.arms.toReversed() });
      const told = decide(own, at);
      expect(turned.verdict.kind).toBe(told.verdict.kind);
      if (told.verdict.kind === 'winner') expect(turned.verdict).toEqual(told.verdict);
      expect(turned.unmet).toEqual(told.unmet);
    }),
  );
});

test('only an arm that leads wins, with every gate met', () => {
  fc.assert(
    fc.property(plans, looks, (own, at) => {
      const { verdict, unmet, leader, comparisons } = decide(own, at);
      if (verdict.kind !== 'winner') return;
      expect([verdict.arm, unmet, comparisons.every(({ isBeaten }) => isBeaten)]).toEqual([leader, [], true]);
    }),
  );
});
