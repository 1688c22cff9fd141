// When people of an experiment count, and which changes of a drawing begin a new phase.
import { describe, expect, it } from 'vitest';
import type { NodeId, Program, Step } from '../engine/program';
import { journey, type Line } from '../testing/build-journey';
import { armPrints } from './arm-print';
import { countedFrom } from './counted-from';
import { comparedArms, isSamePhase, phaseDesignOf } from './phase-design';
import { phaseOutcome } from './phase-outcome';
import { plannedPeople, planOf } from './planned-people';

const SPLIT = 'nod_2';

function split(first: (line: Line) => unknown, second: (line: Line) => unknown, data: object = {}): Program {
  const held = 'holdoutPercent' in data ? ['holdout'] : [];
  return journey('unlimited')
    .trigger('Signed Up')
    .add('experiment-split', data, ['a', 'b', ...held, 'none'], { a: first, b: second })
    .program();
}

const warm = (line: Line) => line.email('Warm');
const plain = (line: Line) => line.email('Plain');
const later = (line: Line) => line.delay(3, 'hours').email('Plain');

describe('countedFrom', () => {
  it('is the sending where every arm writes at once', () => {
    const tagged = (line: Line) => line.add('tag', { tag: 'x' }, ['next']).email('Plain');
    expect(countedFrom(split(warm, tagged), SPLIT)).toMatchObject({
      kind: 'send',
      message: { nodeId: 'nod_3' },
    });
  });

  it('is the split where an arm waits, says nothing, forks or speaks elsewhere', () => {
    expect(countedFrom(split(warm, later), SPLIT)).toEqual({ kind: 'split', leadMs: 3 * 3_600_000 });
    const leads = [
      () => undefined,
      (line: Line) => line.waitFor('Order Completed', { hours: 2 }),
      (line: Line) => line.add('send-sms', { text: 'Hi' }, ['next']),
      (line: Line) => line.add('delay', { mode: 'time-of-day' }, ['next']).email('Plain'),
    ].map((other) => countedFrom(split(warm, other), SPLIT));
    expect(leads).toEqual(leads.map(() => ({ kind: 'split', leadMs: 0 })));
  });

  it('never walks in circles, nor beyond what is there', () => {
    const step = (exits: Step['exits'], type = 'join'): Step => ({ type, data: {}, exits });
    const { steps: _, ...rest } = split(warm, plain);
    const steps: Record<NodeId, Step> = {
      nod_2: step({ a: 'nod_3', b: 'nod_9' }, 'experiment-split'),
      nod_3: step({ next: 'nod_3' }),
    };
    expect(countedFrom({ ...rest, steps }, SPLIT)).toEqual({ kind: 'split', leadMs: 0 });
    expect(countedFrom({ ...rest, steps }, 'nod_none')).toEqual({ kind: 'split', leadMs: 0 });
    expect([...armPrints({ ...rest, steps }, SPLIT).keys()]).toEqual(['a', 'b']);
    expect(armPrints({ ...rest, steps }, 'nod_none').size).toBe(0);
  });
});

describe('phases', () => {
  const before = phaseDesignOf(split(warm, plain), SPLIT, 'Warm or plain');
  const isSame = (program: Program) => isSamePhase(before, phaseDesignOf(program, SPLIT, 'Renamed'));

  it('go on under other names and words about it', () => {
    expect(isSame(split(warm, plain, { design: { hypothesis: 'Why', onWinner: 'ask' } }))).toBe(true);
  });

  it('end where an arm, a share or the measure changes', () => {
    expect(isSame(split((line) => line.email('Warmer'), plain))).toBe(false);
    expect(isSame(split(warm, plain, { design: { days: 14 } }))).toBe(false);
    expect(isSame(split(warm, plain, { holdoutPercent: 10 }))).toBe(false);
    const arms = [
      { id: 'a', percent: 60 },
      { id: 'b', percent: 40 },
    ];
    expect(isSame(split(warm, plain, { arms }))).toBe(false);
  });

  it('compare what all arms do not come to anyway, and who is held out', () => {
    expect(before.arms.map(({ name }) => name)).toEqual(['1', '2']);
    expect(comparedArms(before)).toEqual([
      { id: 'a', name: '1', weight: 50 },
      { id: 'b', name: '2', weight: 50 },
    ]);
    expect(comparedArms({ ...before, holdoutPercent: 20 }).map(({ weight }) => weight)).toEqual([40, 40, 20]);
  });

  it('keep how much later the latest arm writes', () => {
    const { countedFrom: counted, leadMs, arms } = phaseDesignOf(split(warm, later), SPLIT, '');
    expect([counted, leadMs, arms.length]).toEqual(['split', 3 * 3_600_000, 2]);
    const { steps, ...rest } = split(warm, plain);
    const { data } = steps[SPLIT] ?? {};
    const cut = { ...rest, steps: { [SPLIT]: { type: 'experiment-split', data, exits: {} } } };
    expect(phaseDesignOf(cut, SPLIT, '').arms.map(({ print }) => print)).toEqual(['', '']);
  });

  it('have people planned for, with or without a past', () => {
    const known = plannedPeople(before, { kind: 'rate', rate: 0.2 });
    expect(known).toBeGreaterThan(1_000);
    expect(plannedPeople(before, null)).toBeGreaterThan(known);
    expect(plannedPeople(before, { kind: 'rate', rate: 0 })).toBe(plannedPeople(before, null));
    expect(plannedPeople({ ...before, arms: [] }, null)).toBe(10_000);
    const optimised = plannedPeople({ ...before, mode: 'optimise' }, { kind: 'rate', rate: 0.2 });
    expect(optimised).toBeLessThan(known);
    const lower = { ...before, metric: { ...before.metric, better: 'lower' as const } };
    expect(planOf(lower, { kind: 'rate', rate: 0.2 }, 100)?.perArm).toBeLessThan(known / 2);
  });

  it('keep how they came out', () => {
    const outcome = {
      kind: 'winner',
      arm: 'b',
      paused: [],
      look: 3,
      at: '2026-03-01T00:00:00Z',
      by: 'rule',
      rule: 1,
    };
    expect(phaseOutcome(outcome)).toEqual(outcome);
    expect(phaseOutcome(null)).toBeNull();
  });
});
