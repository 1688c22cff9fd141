// Figures beside the metric: corrected sums, ratios, secondary ones, and what would not have come without the arms.
import { describe, expect, it } from 'vitest';
import { armCounts as arm, lookedAt as at, phaseDesign } from '../testing/build-statistics';
import { estimateArms } from './estimate-arms';
import { lookReport } from './look-report';
import type { LookStatistics, SecondaryStatistics } from './look-statistics';

type Counted = SecondaryStatistics['arms'][number];

function bought(name: string, mean: number, people = 2_000): Counted {
  return { arm: name, counted: people, converted: 200, mean, variance: 30, second: null };
}

function look(statistics: Partial<LookStatistics>, change: Parameters<typeof phaseDesign>[0] = {}) {
  const asked = at([arm('a', 2_000, 200), arm('b', 2_000, 210), arm('holdout', 1_000, 50)], {
    design: phaseDesign(change),
  });
  return lookReport({ ...asked, statistics: { ...asked.statistics, ...statistics } });
}

describe('estimateArms', () => {
  const history = { mean: 4, variance: 20, covariance: 22, people: 900 };
  const sums = [
    { ...bought('a', 5), second: history },
    { ...bought('b', 6), second: { ...history, mean: 4.5 } },
  ];

  it('takes away what history explains, of sums alone', () => {
    const { estimate, theta } = estimateArms('sum', sums);
    const [a, b] = sums.map(estimate);
    expect(theta).toBeGreaterThan(1);
    expect((b?.value ?? 0) - (a?.value ?? 0)).toBeLessThan(0.6);
    expect(a?.variance).toBeLessThan(10);
    expect(estimateArms('converted', sums).theta).toBeNull();
  });

  it('leaves sums alone where hardly anybody has a history', () => {
    const fresh = sums.map((one) => ({ ...one, second: { ...history, people: 10 } }));
    const { estimate, theta } = estimateArms('sum', fresh);
    expect(theta).toBeNull();
    expect(fresh.map(estimate)).toEqual([
      { n: 2_000, value: 5, variance: 30 },
      { n: 2_000, value: 6, variance: 30 },
    ]);
    expect(estimateArms('sum', []).theta).toBeNull();
    expect(estimateArms('sum', [bought('a', 5)]).theta).toBeNull();
  });

  it('divides what is above the line by what is below', () => {
    const second = { mean: 0.5, variance: 0.3, covariance: 2, people: 700 };
    const { estimate } = estimateArms('ratio', []);
    expect(estimate({ ...bought('a', 5), second }).value).toBe(10);
    expect(estimate(bought('a', 5))).toEqual({ n: 0, value: 0, variance: 0 });
  });

  it('tells a ratio as a ratio, and a sum before the correction', () => {
    const second = { mean: 0.5, variance: 0.3, covariance: 2, people: 700 };
    const arms = [arm('a', 2_000, 700, { mean: 5, variance: 30, second })];
    expect(look({ arms }, { metric: { measure: 'ratio' } }).arms[0]?.value).toBe(10);
    const two = sums.map((one) => arm(one.arm, 2_000, 200, one));
    const report = look({ arms: two }, { metric: { measure: 'sum' } });
    expect(report.theta).toBeGreaterThan(1);
    expect(report.arms.map(({ value }) => value)).toEqual([5, 6]);
    expect(report.arms[1]?.against?.difference).toBeLessThan(0.6);
  });
});

describe('secondary figures', () => {
  it('stand beside the metric with p-values adjusted over all of them', () => {
    const second = { mean: 0.4, variance: 0.4, covariance: 1, people: 600 };
    const secondary: SecondaryStatistics[] = [
      { key: 'orders', arms: [bought('a', 0), bought('b', 0)] },
      { key: 'revenue', arms: [bought('a', 5), bought('b', 7)] },
      { key: 'order-value', arms: [bought('a', 5), { ...bought('b', 7), second }] },
    ];
    const found = look({ secondary }).secondary;
    expect(found.map(({ key, arm: one }) => `${key} ${one}`)).toEqual([
      ...['orders a', 'orders b', 'revenue a', 'revenue b', 'order-value a', 'order-value b'],
    ]);
    expect(found.find(({ key, arm: one }) => key === 'revenue' && one === 'b')).toMatchObject({
      ...{ value: 7, difference: 2 },
      adjustedP: expect.closeTo(0, 6),
    });
    expect(found[0]).toMatchObject({ difference: null, bounds: null, adjustedP: null });
    expect(found[1]).toMatchObject({ difference: 0, adjustedP: 1 });
    expect(found[5]).toMatchObject({ value: 17.5, difference: null });
    expect(look({ secondary, arms: [] }).secondary).toHaveLength(6);
    const held = [{ key: 'revenue' as const, arms: [bought('holdout', 5)] }];
    expect(look({ secondary: held }, { holdoutPercent: 20 }).secondary[0]).toMatchObject({ adjustedP: null });
  });
});

describe('incrementality', () => {
  it('is told of revenue too, and never of a ratio', () => {
    const secondary: SecondaryStatistics[] = [
      { key: 'revenue', arms: [bought('a', 5), bought('b', 7), bought('holdout', 4, 1_000)] },
    ];
    const told = (change: object) =>
      look({ secondary }, { holdoutPercent: 20, ...change }).incrementality.map(({ arm: one, of, value }) => [
        one,
        of,
        Math.round(value),
      ]);
    expect(told({})).toEqual([
      ['a', 'metric', 100],
      ['b', 'metric', 110],
      ['a', 'revenue', 2_000],
      ['b', 'revenue', 6_000],
    ]);
    expect(told({ metric: { measure: 'ratio' } })).toHaveLength(2);
  });
});
