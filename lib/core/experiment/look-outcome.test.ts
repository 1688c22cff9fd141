// What follows from a look by itself: harm, winners, and ends without one.
import { describe, expect, it } from 'vitest';
import { DAY_MS as DAY } from '../testing/build-look';
import {
  armCounts as arm,
  lookedAt as at,
  type Change,
  phaseDesign as design,
} from '../testing/build-statistics';
import { lookOutcome } from './look-outcome';
import { lookReport } from './look-report';
import type { ArmStatistics } from './look-statistics';

const close = [arm('a', 2_000, 100), arm('b', 2_000, 104)];
const clear = [arm('a', 2_000, 100), arm('b', 2_000, 260)];

describe('guardrails', () => {
  const left = (unsubscribed: number, complained = 0) => ({
    guardrails: { unsubscribed, complained, bounced: 0 },
  });

  it('stop an arm that does more harm than the first', () => {
    const report = lookReport(at([arm('a', 2_000, 100, left(4)), arm('b', 2_000, 260, left(60))]));
    expect(report.breaches).toEqual([{ guardrail: 'unsubscribed', arm: 'b' }]);
    expect(report.verdict).toEqual({ kind: 'unhealthy' });
    expect(lookOutcome(design(), report)).toEqual({
      isOver: true,
      outcome: { kind: 'paused', arm: 'a', paused: ['b'] },
    });
    const more = design({}, ['a', 'b', 'c', 'd']);
    const three = [
      arm('a', 2_000, 100, left(4)),
      arm('b', 2_000, 260, left(60)),
      arm('c', 2_000, 90, left(5)),
    ];
    const rest = { ...more, paused: ['d'] };
    expect(lookOutcome(rest, lookReport(at(three, { design: rest }))).outcome).toEqual({
      ...{ kind: 'paused', arm: null, paused: ['d', 'b'] },
    });
  });

  it('stop any arm that nobody would forgive', () => {
    const report = lookReport(at([arm('a', 2_000, 100, left(0, 20)), arm('b', 2_000, 260, left(0, 20))]));
    expect(report.breaches.map(({ arm: one }) => one)).toEqual(['a', 'b']);
    expect(lookOutcome(design(), report).outcome).toEqual({ kind: 'paused', arm: null, paused: ['a', 'b'] });
    expect(lookReport(at([arm('a', 2_000, 100, left(4)), arm('b', 2_000, 260, left(6))])).breaches).toEqual(
      [],
    );
  });

  it('stop nobody for what the first few people did', () => {
    const breaches = (...arms: ArmStatistics[]) => lookReport(at(arms)).breaches.length;
    expect(breaches(arm('a', 99, 9, left(0)), arm('b', 99, 9, left(99)))).toBe(0);
    expect(breaches(arm('a', 100, 9, left(0)), arm('b', 100, 9, left(99)))).toBe(1);
    expect(breaches(arm('a', 100, 9, left(0, 6)), arm('b', 100, 9, left(0, 6)))).toBe(0);
    expect(breaches(arm('a', 100, 9, left(0, 7)), arm('b', 8_000, 9, left(0, 8)))).toBe(1);
  });
});

describe('lookOutcome', () => {
  const outcome = (change: Change, arms: readonly ArmStatistics[], days = 28) => {
    const chosen = design(change);
    return lookOutcome(chosen, lookReport(at(arms, { design: chosen, elapsedMs: days * DAY })));
  };

  it('gives new entries the winner, or asks first', () => {
    expect(outcome({}, clear)).toEqual({ isOver: true, outcome: { kind: 'winner', arm: 'b' } });
    expect(outcome({ onWinner: 'ask' }, clear)).toEqual({
      isOver: true,
      outcome: { kind: 'winner', arm: null },
    });
    const held = [arm('a', 2_000, 100), arm('b', 2_000, 100), arm('holdout', 1_000, 300)];
    expect(outcome({ holdoutPercent: 20 }, held).outcome).toEqual({ kind: 'winner', arm: null });
  });

  it('does without a winner what was chosen', () => {
    expect(outcome({}, close)).toEqual({ isOver: true, outcome: { kind: 'none', arm: null } });
    expect(outcome({ withoutWinner: 'baseline' }, close).outcome).toEqual({ kind: 'baseline', arm: 'a' });
    const over = lookReport(at(close, { elapsedMs: 28 * DAY }));
    const without = lookOutcome(design({ withoutWinner: 'baseline' }, []), over);
    expect(without.outcome).toEqual({ kind: 'baseline', arm: null });
    expect(outcome({ withoutWinner: 'best' }, close).outcome).toEqual({ kind: 'best', arm: 'b' });
    const held = [arm('a', 2_000, 100), arm('b', 2_000, 100), arm('holdout', 1_000, 55)];
    expect(outcome({ withoutWinner: 'best', holdoutPercent: 20 }, held).outcome).toEqual({
      kind: 'best',
      arm: null,
    });
    expect(outcome({ withoutWinner: 'best' }, close, 20)).toEqual({ isOver: false, outcome: null });
    const uneven = [arm('a', 3_000, 100), arm('b', 2_000, 100)];
    expect(outcome({ withoutWinner: 'best' }, uneven).outcome).toEqual({ kind: 'none', arm: null });
  });
});
