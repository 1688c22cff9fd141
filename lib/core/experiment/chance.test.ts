// Chances, losses and credible bounds: reference values, Evan Miller's exact sum, and laws.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { beta } from '../statistics/beta';
import { farFrom } from '../testing/far-from';
import { millerChance } from '../testing/miller-chance';
import { statisticsVectors } from '../testing/statistics-vectors';
import { banditWeights } from './bandit-weights';
import { chanceToBeBest } from './chance-to-be-best';
import { differenceQuantile, liftQuantile } from './contrast-quantile';
import { expectedLoss } from './expected-loss';
import { meanPosterior, mirrored, type Posterior, ratePosterior } from './posterior';

const Arm = z.object({ conversions: z.number(), n: z.number() });
const Prior = z.object({ a: z.number(), b: z.number() });
const Pair = z.object({ control: Arm, variant: Arm, prior: Prior });
const Many = z.object({ arms: z.array(Arm), prior: Prior, floor: z.number() });

test.each(statisticsVectors('beta_binomial', Pair))('$id: two rates', ({ input, expected, tolerance }) => {
  const { control, variant, prior } = input;
  const posteriors = [control, variant].map(({ conversions, n }) => ratePosterior(conversions, n, prior));
  const [first, second] = posteriors;
  if (!first || !second) throw new Error('two arms');
  const [controlBest, variantBest] = chanceToBeBest(posteriors);
  const [lossControl, lossVariant] = expectedLoss(posteriors);
  const credible = ({ conversions, n }: z.infer<typeof Arm>) =>
    [0.025, 0.975].map((p) => beta.quantile(p, prior.a + conversions, prior.b + n - conversions));
  const told = {
    p_variant_beats_control: variantBest,
    p_control_beats_variant: controlBest,
    expected_loss_choose_variant: lossVariant,
    expected_loss_choose_control: lossControl,
    credible_95_control: credible(control),
    credible_95_variant: credible(variant),
    diff_q025_q50_q975: [0.025, 0.5, 0.975].map((p) => differenceQuantile(first, second, p)),
    lift_q025_q50_q975: [0.025, 0.5, 0.975].map((p) => liftQuantile(first, second, p)),
  };
  expect(farFrom(told, expected, tolerance)).toEqual([]);
});

test.each(statisticsVectors('p_best', Many))('$id: many rates', ({ input, expected, tolerance }) => {
  const chances = chanceToBeBest(
    input.arms.map(({ conversions, n }) => ratePosterior(conversions, n, input.prior)),
  );
  const told = { p_best: chances, thompson_weights_with_floor: banditWeights(chances, input.floor) };
  expect(farFrom(told, expected, tolerance)).toEqual([]);
});

describe('laws', () => {
  const counts = fc
    .integer({ min: 0, max: 20_000 })
    .chain((people) => fc.nat({ max: people }).map((conversions) => ({ conversions, people })));
  const mean = fc.record({
    n: fc.integer({ min: 2, max: 1_000_000 }),
    value: fc.double({ min: -50, max: 50, noNaN: true }),
    variance: fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e4, noNaN: true })),
  });
  const known = mean
    .map((estimate) => meanPosterior(estimate))
    .filter((one): one is Posterior => one !== null);

  test('two rates: as Evan Miller’s sum has it', () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const chances = chanceToBeBest([one, other].map((arm) => ratePosterior(arm.conversions, arm.people)));
        const shape = (arm: typeof one) => ({ a: 1 + arm.conversions, b: 1 + arm.people - arm.conversions });
        expect(chances[1]).toBeCloseTo(millerChance(shape(one), shape(other)), 8);
        expect(chances[0]).toBeCloseTo(millerChance(shape(other), shape(one)), 8);
      }),
      { numRuns: 20 },
    );
  });

  test('the chances sum to one, however different the arms; turning them about turns the chances', () => {
    fc.assert(
      fc.property(fc.array(known, { minLength: 1, maxLength: 5 }), (arms) => {
        const chances = chanceToBeBest(arms);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 7);
        const turned = chanceToBeBest(arms.toReversed()).reverse();
        for (const [index, chance] of chances.entries()) expect(turned[index]).toBeCloseTo(chance, 9);
      }),
    );
  });

  test('what one gains over the other is the difference of their losses', () => {
    fc.assert(
      fc.property(known, known, (one, other) => {
        const [lossOne = 0, lossOther = 0] = expectedLoss([one, other]);
        expect(Math.min(lossOne, lossOther)).toBeGreaterThanOrEqual(0);
        expect(lossOne - lossOther).toBeCloseTo(other.mean - one.mean, 6);
      }),
    );
  });

  test('where less is better the chances of two arms change places', () => {
    const arms = [ratePosterior(10, 100), ratePosterior(20, 100)];
    const [first, second] = chanceToBeBest(arms);
    expect(chanceToBeBest(arms.map(mirrored))).toEqual([
      expect.closeTo(second ?? 0, 10),
      expect.closeTo(first ?? 0, 10),
    ]);
    expect(expectedLoss(arms.map(mirrored))[0]).toBeCloseTo(expectedLoss(arms)[1] ?? 0, 12);
    expect(mirrored(mirrored(ratePosterior(1, 9))).mean).toBe(2 / 11);
  });

  test('an arm alone is the best one and loses nothing; nobody, and one person, are known for nothing', () => {
    const alone = ratePosterior(3, 10);
    expect([chanceToBeBest([alone])[0], expectedLoss([alone])]).toEqual([expect.closeTo(1, 12), [0]]);
    expect(chanceToBeBest([ratePosterior(0, 0), ratePosterior(0, 0)])).toEqual([
      expect.closeTo(0.5, 12),
      expect.closeTo(0.5, 12),
    ]);
    expect(meanPosterior({ n: 1, value: 4, variance: 0 })).toBeNull();
  });
});
