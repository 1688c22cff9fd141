// What a look says: comparisons with the first arm, what is missing for a decision, harm, and what follows by itself.
import { describe, expect, it } from 'vitest';
import { DAY_MS as DAY } from '../testing/build-look';
import {
  armCounts as arm,
  lookedAt as at,
  phaseDesign as design,
  NO_HISTORY,
} from '../testing/build-statistics';
import { LookReport } from './look-figures';
import { lookReport } from './look-report';

const close = [arm('a', 2_000, 100), arm('b', 2_000, 104)];
const clear = [arm('a', 2_000, 100), arm('b', 2_000, 260)];

describe('lookReport', () => {
  it('is what its schema says, and survives being stored', () => {
    const report = lookReport(at(clear));
    expect(LookReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it('compares with the first arm by bounds that hold at every look', () => {
    const [first, second] = lookReport(at(clear)).arms;
    expect(first).toMatchObject({ name: 'A', against: null, rate: { value: 0.05 } });
    expect(second?.against?.lift).toBeCloseTo(1.6, 10);
    expect(second?.against?.interval?.low).toBeGreaterThan(0);
    expect(second?.against?.p).toBeLessThan(0.001);
    expect((first?.chance ?? 0) + (second?.chance ?? 0)).toBeCloseTo(1, 8);
    expect(second?.loss).toBeLessThan(1e-6);
  });

  it('names a winner where it is clear, and goes on where it is not', () => {
    expect(lookReport(at(clear)).verdict).toEqual({ kind: 'winner', arm: 'b', by: 'early' });
    expect(lookReport(at(close)).verdict).toEqual({ kind: 'running' });
    expect(lookReport(at(close, { elapsedMs: 28 * DAY })).verdict).toEqual({
      ...{ kind: 'no-winner', bestPerformer: 'b' },
    });
    expect(lookReport(at(clear, { design: design({ mode: 'open-ended' }), elapsedMs: DAY })).unmet).toEqual([
      'time',
    ]);
    const oneShot = design({ mode: 'test-then-send', days: 5 });
    expect(lookReport(at(clear, { design: oneShot, elapsedMs: 5 * DAY })).verdict.kind).toBe('winner');
  });

  it('takes less for better where that is asked', () => {
    const lower = design({ metric: { better: 'lower' } });
    const report = lookReport(at(clear, { design: lower }));
    expect(report.verdict).toMatchObject({ arm: 'a' });
    expect(report.arms[0]?.chance).toBeGreaterThan(0.999);
  });

  it('adds values up where the metric does', () => {
    const sums = design({ metric: { measure: 'sum' } });
    const worth = (id: string, mean: number) =>
      arm(id, 2_000, 100, { mean, variance: 25, second: NO_HISTORY });
    const report = lookReport(at([worth('a', 5), worth('b', 7)], { design: sums }));
    expect(report.arms[1]?.against?.difference).toBe(2);
    expect(report.verdict).toMatchObject({ kind: 'winner', arm: 'b' });
    const alone = lookReport(at([worth('a', 5), arm('b', 1, 0)], { design: sums })).arms;
    expect(alone.map(({ chance, loss }) => [chance, loss])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('tells no chance without people, nor of an arm that has nothing to be better than', () => {
    const chancesOf = (...arms: Parameters<typeof at>[0]) =>
      lookReport(at(arms)).arms.map(({ chance }) => chance);
    expect(chancesOf()).toEqual([null, null]);
    expect(chancesOf(arm('a', 0, 0), arm('b', 0, 0))).toEqual([null, null]);
    expect(chancesOf(arm('a', 40, 4))).toEqual([null, null]);
    expect(chancesOf(arm('a', 40, 4), arm('b', 40, 4))).toEqual([
      expect.closeTo(0.5, 8),
      expect.closeTo(0.5, 8),
    ]);
  });

  it('says what is wrong: an uneven split, people in two arms', () => {
    const uneven = lookReport(at([arm('a', 3_000, 100), arm('b', 2_000, 200)], {}, 100));
    expect(uneven.verdict).toEqual({ kind: 'unhealthy' });
    expect(uneven.unmet).toEqual(['split', 'two-arms']);
    expect(uneven.twoArmShare).toBeCloseTo(100 / 5_100, 10);
  });

  it('has figures for nobody, for everybody, and for arms that are gone', () => {
    for (const arms of [[], [arm('gone', 50, 50)], [arm('a', 50, 50), arm('b', 50, 50)], [arm('a', 50, 0)]]) {
      const written = JSON.parse(JSON.stringify(lookReport(at(arms))));
      expect(LookReport.safeParse(written).error).toBeUndefined();
    }
    const first = lookReport(at([arm('a', 50, 0), arm('b', 50, 5)])).arms[1];
    expect(first?.against).toMatchObject({ difference: 0.1, lift: null, interval: null });
    expect(lookReport(at([])).daysLeft).toBeNull();
    const still = lookReport(
      at([arm('a', 500, 0, { mean: 1 }), arm('b', 500, 0, { mean: 1 })], {
        design: design({ metric: { measure: 'sum' } }),
      }),
    );
    expect(still.arms[1]?.against?.p).toBe(1);
    expect(lookReport(at([], { design: design({}, []) })).arms).toEqual([]);
  });

  it('tells how long it still takes at this pace', () => {
    expect(lookReport(at(close, { planned: 8_000 })).daysLeft).toBeCloseTo(10, 10);
    expect(lookReport(at(close)).daysLeft).toBe(0);
  });

  it('tells what would not have come without', () => {
    const held = design({ holdoutPercent: 20 });
    const people = [arm('a', 2_000, 200), arm('b', 2_000, 0), arm('holdout', 1_000, 50)];
    const { incrementality } = lookReport(at(people, { design: held }));
    expect(incrementality).toMatchObject([
      { arm: 'a', value: 100, share: 0.5 },
      { arm: 'b', value: -100, share: null },
    ]);
    expect(incrementality[0]?.low).toBeLessThan(100);
    expect(lookReport(at([], { design: held })).incrementality).toEqual([]);
  });
});
