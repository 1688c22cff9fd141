// Optimise mode at a look: learning, leaning, settling, and what makes it stand still.
import { describe, expect, it } from 'vitest';
import { armCounts as arm, lookedAt as at, phaseDesign } from '../testing/build-statistics';
import { dealtShares } from './dealt-shares';
import { LookReport } from './look-figures';
import { lookOutcome } from './look-outcome';
import { lookReport } from './look-report';
import type { LookStatistics } from './look-statistics';
import { equalShares, nextPeriod, sharePeriods } from './share-periods';

const HALF_A_DAY = 43_200_000;
const design = phaseDesign({ mode: 'optimise' });

function look(arms: LookStatistics['arms'], periods: LookStatistics['periods'] = [], change = design) {
  const asked = at(arms, { design: change });
  return lookReport({ ...asked, statistics: { ...asked.statistics, periods } });
}

describe('a look that optimises', () => {
  it('deals equally until enough is known of every arm', () => {
    const early = look([arm('a', 99, 9), arm('b', 120, 12)]);
    expect([early.verdict, early.unmet, early.shares]).toEqual([
      { kind: 'optimising' },
      ['people', 'conversions'],
      null,
    ]);
    expect(early.leader).toBe('b');
    expect(look([]).leader).toBe('a');
  });

  it('lets shares follow the chances, with no verdict and no plan', () => {
    const report = look([arm('a', 500, 30), arm('b', 500, 38)]);
    expect(LookReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect([report.verdict, report.isOver, report.daysLeft]).toEqual([{ kind: 'optimising' }, false, null]);
    expect(report.shares?.b).toBeGreaterThan(70);
    expect((report.shares?.a ?? 0) + (report.shares?.b ?? 0)).toBeCloseTo(100, 5);
    expect(lookOutcome(design, report)).toEqual({ isOver: false, outcome: null });
  });

  it('settles once hardly anything is left to gain, or asks first', () => {
    const arms = [arm('a', 20_000, 1_000), arm('b', 20_000, 2_000)];
    const report = look(arms);
    expect([report.verdict, report.isOver, report.shares]).toEqual([
      { kind: 'settled', arm: 'b' },
      true,
      null,
    ]);
    expect(lookOutcome(design, report)).toEqual({ isOver: true, outcome: { kind: 'settled', arm: 'b' } });
    expect(lookOutcome({ ...design, onWinner: 'ask' }, report).outcome).toEqual({
      kind: 'settled',
      arm: null,
    });
  });

  it('stands still where people were not dealt as some period of shares said', () => {
    const fair = { period: 1, shares: { a: 50, b: 50 }, exposed: { a: 480, b: 520 } };
    const uneven = { period: 2, shares: { a: 5, b: 95 }, exposed: { a: 300 } };
    const arms = [arm('a', 780, 40), arm('b', 520, 30)];
    expect(look(arms, [fair]).verdict).toEqual({ kind: 'optimising' });
    const ill = look(arms, [fair, uneven]);
    expect([ill.verdict, ill.unmet, ill.shares]).toEqual([{ kind: 'unhealthy' }, ['split'], null]);
    expect(ill.splitP).toBeLessThan(0.001);
  });

  it('forgives among many periods what it would not forgive of one', () => {
    const fair = (period: number) => ({ period, shares: { a: 50, b: 50 }, exposed: { a: 500, b: 500 } });
    const odd = { ...fair(1), exposed: { a: 553, b: 447 } };
    const arms = [arm('a', 553, 30), arm('b', 447, 38)];
    expect(look(arms, [odd]).unmet).toEqual(['split']);
    const among = look(arms, [odd, fair(2), fair(3)]);
    expect(among.unmet).toEqual([]);
    expect(among.splitP).toBeCloseTo(3 * look(arms, [odd]).splitP, 12);
    expect(among.splitP).toBeGreaterThan(0.001);
  });

  it('stands still where people are in two arms, an arm does harm, or none is left to compare', () => {
    const asked = at([arm('a', 500, 30), arm('b', 500, 38)], { design }, 20);
    expect(lookReport(asked).unmet).toEqual(['two-arms']);
    const harm = { guardrails: { unsubscribed: 0, complained: 20, bounced: 0 } };
    expect(look([arm('a', 500, 25), arm('b', 500, 40, harm)]).unmet).toEqual(['guardrail']);
    const alone = look([arm('a', 500, 50)], [], { ...design, paused: ['b'] });
    expect([alone.verdict, alone.unmet]).toEqual([{ kind: 'unhealthy' }, ['arms']]);
  });

  it('learns sums as well, once two people are there', () => {
    const sums = phaseDesign({ mode: 'optimise', metric: { measure: 'sum', better: 'lower' } });
    const arms = [arm('a', 500, 50, { mean: 5, variance: 2 }), arm('b', 1, 0)];
    expect(look(arms, [], sums).shares).toBeNull();
    expect(look([], [], sums).leader).toBeNull();
    const known = [
      arm('a', 500, 50, { mean: 5, variance: 2 }),
      arm('b', 500, 50, { mean: 5.05, variance: 2 }),
    ];
    expect(look(known, [], sums).shares?.a).toBeGreaterThan(50);
  });
});

describe('periods of shares', () => {
  const arms = [
    { id: 'a', percent: 80 },
    { id: 'b', percent: 20 },
    { id: 'c', percent: 0 },
  ];

  it('begin with the same for everybody who is dealt anything', () => {
    expect(equalShares(arms, 5)).toEqual({ period: 1, at: 5, shares: { a: 50, b: 50 }, isDealt: true });
    expect(sharePeriods([])).toEqual([]);
  });

  it('follow each other after half a day, where that is worth it', () => {
    const first = equalShares(arms, 0);
    expect(nextPeriod([first], { a: 40, b: 60 }, HALF_A_DAY - 1)).toBeNull();
    expect(nextPeriod([first], { a: 49.5, b: 50.5 }, HALF_A_DAY)).toBeNull();
    expect(nextPeriod([], { a: 49.5 }, HALF_A_DAY)).toBeNull();
    expect(nextPeriod([first], { b: 60, d: 40 }, HALF_A_DAY)).toEqual({
      ...{ period: 2, at: HALF_A_DAY, shares: { b: 60, d: 40 }, isDealt: false },
    });
  });

  it('leave what paused arms had to the others', () => {
    expect(dealtShares(arms, ['b']).map(({ percent }) => percent)).toEqual([100, 0, 0]);
    expect(dealtShares(arms, ['a', 'b']).map(({ percent }) => percent)).toEqual([0, 0, 0]);
  });
});
