// The decision rule: recorded paths, every gate and every mode.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { normal } from '../statistics/normal';
import { buildArm as arm, DAY_MS, buildLook as look, fortnight as plan } from '../testing/build-look';
import { farFrom } from '../testing/far-from';
import { statisticsVectors } from '../testing/statistics-vectors';
import { alwaysValid } from './always-valid';
import { decide } from './decide';
import type { ArmLook, Decision, DecisionPlan } from './verdict';

const Path = z.object({
  arms: z.number(),
  daily_increments_conversions_n: z.array(z.array(z.tuple([z.number(), z.number()]))),
  alpha_seq: z.number(),
  alpha_end: z.number(),
  n_star_pair: z.number(),
  min_days: z.number(),
  window_days: z.number(),
});

/** Day by day until something is decided; the days after are still told, as far as they are ready and who leads. */
function walk(input: z.infer<typeof Path>) {
  const own: DecisionPlan = {
    ...plan,
    alpha: input.alpha_seq + input.alpha_end,
    plannedPeople: (input.n_star_pair * input.arms) / 2,
    leastMs: input.min_days * DAY_MS,
    durationMs: input.window_days * DAY_MS,
  };
  const counts = Array.from({ length: input.arms }, () => ({ conversions: 0, people: 0 }));
  const told = input.daily_increments_conversions_n.map((increments, index) => {
    for (const [at, [conversions, people]] of increments.entries()) {
      const count = counts[at];
      if (count)
        Object.assign(count, { conversions: count.conversions + conversions, people: count.people + people });
    }
    const arms = counts.map(({ conversions, people }, at) => arm(String(at), conversions, people));
    return { day: index + 1, ...decide(own, look(arms, index + 1)) };
  });
  const end = told.find(({ verdict }) => verdict.kind !== 'running');
  return {
    days: told.map(({ day, unmet, leader }) => ({ day, ready: unmet.length === 0, leader: Number(leader) })),
    decision: { day: end?.day, ...ended(end) },
  };
}

function ended(decision: Decision | undefined) {
  if (decision?.verdict.kind !== 'winner') return { type: 'inconclusive', arm: null };
  return { type: decision.verdict.by, arm: Number(decision.verdict.arm) };
}

test.each(statisticsVectors('decision_path', Path))(
  '$id: a recorded path',
  ({ input, expected, tolerance }) => {
    expect(farFrom(walk(input), expected, tolerance)).toEqual([]);
  },
);

const clear = [arm('a', 250, 5000), arm('b', 400, 5000)];

describe('a clear difference', () => {
  test('wins early, and every bound is told', () => {
    const decision = decide(plan, look(clear));
    expect(decision.verdict).toEqual({ kind: 'winner', arm: 'b', by: 'early' });
    expect(decision.comparisons).toEqual([
      {
        other: 'a',
        difference: expect.closeTo(0.03, 12),
        se: expect.any(Number),
        bound: expect.any(Number),
        isBeaten: true,
      },
    ]);
  });

  test('wins the other way round where less is better', () => {
    expect(decide({ ...plan, isHigherBetter: false }, look(clear)).verdict).toMatchObject({ arm: 'a' });
  });

  test.each([
    ['time', look(clear, 6)],
    ['people', look([arm('a', 1, 99), arm('b', 60, 101)])],
    ['conversions', look([arm('a', 0, 5000), arm('b', 24, 5000)])],
  ])('does not count before the gate %s is met', (gate, early) => {
    const { verdict, unmet } = decide(plan, early);
    expect({ verdict, unmet }).toEqual({ verdict: { kind: 'running' }, unmet: [gate] });
  });

  test.each([
    ['split', look([arm('a', 250, 5000), arm('b', 440, 5500)])],
    ['two-arms', look(clear, 8, { twoArmPeople: 102 })],
    ['guardrail', look(clear, 8, { hasGuardrailBreach: true })],
    ['arms', look([arm('a', 250, 5000, 100), arm('b', 0, 0, 0)])],
  ])('is not believed when %s is wrong, not even at the end', (gate, ill) => {
    const { verdict, unmet } = decide(plan, ill);
    expect({ verdict, unmet }).toEqual({ verdict: { kind: 'unhealthy' }, unmet: [gate] });
    expect(decide(plan, { ...ill, elapsedMs: 20 * DAY_MS })).toMatchObject({
      verdict: { kind: 'unhealthy' },
      isOver: true,
    });
  });

  test('one in a hundred in two arms is still believed', () => {
    expect(decide(plan, look(clear, 8, { twoArmPeople: 101 })).verdict.kind).toBe('winner');
  });
});

/** z = 2.39: beyond one look's bound at 0.04/2 and 0.05/2, short of every always-valid bound. */
const slight = [arm('a', 500, 5000), arm('b', 575, 5000)];

describe('a slight difference', () => {
  test('wins at the declared end only', () => {
    expect(decide(plan, look(slight, 13)).verdict).toEqual({ kind: 'running' });
    expect(decide(plan, look(slight, 14))).toMatchObject({
      verdict: { kind: 'winner', arm: 'b', by: 'end' },
      isOver: true,
    });
  });

  test('wins at the set hour of test-then-send, and is not looked at before', () => {
    const sent: DecisionPlan = { ...plan, mode: 'test-then-send', leastMs: DAY_MS, durationMs: DAY_MS };
    expect(decide(sent, look(slight, 0.9))).toMatchObject({ verdict: { kind: 'running' }, unmet: ['time'] });
    expect(decide({ ...sent, leastMs: 0 }, look(slight, 0.9))).toMatchObject({
      verdict: { kind: 'running' },
      comparisons: [{ bound: null, isBeaten: false }],
    });
    expect(decide(sent, look(slight, 1)).verdict).toEqual({ kind: 'winner', arm: 'b', by: 'set-hour' });
  });

  test('never wins where there is no end, a clear one does', () => {
    const open: DecisionPlan = { ...plan, mode: 'open-ended', durationMs: null };
    expect(decide(open, look(slight, 400))).toMatchObject({ verdict: { kind: 'running' }, isOver: false });
    expect(decide(open, look(clear, 400)).verdict).toEqual({ kind: 'winner', arm: 'b', by: 'early' });
  });
});

test('the bounds are those of the rule, each pair with its share of the plan', () => {
  const three = [arm('a', 500, 5000, 2), arm('b', 260, 2500), arm('c', 250, 2500)];
  const boundsOf = (own: DecisionPlan, day: number) =>
    decide(own, look(three, day)).comparisons.map(({ other, bound }) => [other, bound]);
  const early = (share: number) => [
    ['a', alwaysValid.z(7500, (2 * share) / 3, 7500)],
    ['c', alwaysValid.z(5000, (2 * share) / 3, 5000)],
  ];
  const once = (share: number) =>
    ['a', 'c'].map((other) => [other, expect.closeTo(-normal.quantile(share / 3), 10)]);
  const near = (pairs: (string | number)[][]) =>
    pairs.map(([other, bound]) => [other, expect.closeTo(Number(bound), 10)]);
  expect(boundsOf(plan, 8)).toEqual(near(early(0.01)));
  expect(boundsOf(plan, 14)).toEqual(once(0.04));
  expect(boundsOf({ ...plan, mode: 'open-ended', durationMs: null }, 8)).toEqual(near(early(0.05)));
  expect(boundsOf({ ...plan, mode: 'test-then-send' }, 14)).toEqual(once(0.05));
});

describe('no winner', () => {
  test('names the best performer, the first of equals', () => {
    const tied = [arm('a', 400, 5000), arm('b', 500, 5000), arm('c', 500, 5000)];
    expect(decide(plan, look(tied, 14)).verdict).toEqual({ kind: 'no-winner', bestPerformer: 'b' });
  });

  test('has to beat every other arm, not only the worst', () => {
    const close = [arm('a', 250, 5000), arm('b', 505, 5000), arm('c', 500, 5000)];
    const decision = decide(plan, look(close, 14));
    expect(decision.verdict).toEqual({ kind: 'no-winner', bestPerformer: 'b' });
    expect(decision.comparisons.map(({ other, isBeaten }) => [other, isBeaten])).toEqual([
      ['a', true],
      ['c', false],
    ]);
  });

  test('comes at the end also when too little was seen, and from nobody at all', () => {
    expect(decide(plan, look([arm('a', 0, 0), arm('b', 0, 0)], 14))).toEqual({
      verdict: { kind: 'no-winner', bestPerformer: null },
      unmet: ['people', 'conversions'],
      leader: null,
      comparisons: [],
      isOver: true,
    });
    expect(decide(plan, look([arm('a', 1, 1), arm('b', 0, 0)], 14)).verdict).toEqual({
      kind: 'no-winner',
      bestPerformer: 'a',
    });
    expect(decide(plan, look([], 3)).verdict).toEqual({ kind: 'unhealthy' });
  });

  test('when nobody or everybody converted, everywhere', () => {
    const all = [arm('a', 5000, 5000), arm('b', 5000, 5000)];
    expect(decide(plan, look(all, 14)).verdict).toEqual({ kind: 'no-winner', bestPerformer: 'a' });
    const none = [arm('a', 0, 5000), arm('b', 0, 5000)];
    expect(decide(plan, look(none, 14)).verdict).toEqual({ kind: 'no-winner', bestPerformer: 'a' });
  });

  test('all against nothing is a winner though neither varies', () => {
    expect(decide(plan, look([arm('a', 0, 5000), arm('b', 5000, 5000)])).verdict.kind).toBe('winner');
  });

  test('means that differ by their rounding do not differ', () => {
    const constant = (id: string, value: number): ArmLook => ({
      ...arm(id, 500, 500),
      estimate: { n: 500, value, variance: 0 },
    });
    const verdict = decide(plan, look([constant('a', 0.3), constant('b', 0.1 + 0.2)], 14)).verdict;
    expect(verdict).toMatchObject({ kind: 'no-winner' });
  });
});
