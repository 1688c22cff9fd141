// Who is dealt which way, and that nobody is dealt twice.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_RECORDS } from '../condition/record-test';
import type { Id } from '../id';
import { MemoryShell } from '../journey-test/memory-shell';
import { anEvent, DAY, NOON } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import { aVisit } from '../testing/build-visit';
import { experimentSplit } from './experiment-split';
import { randomSplit } from './random-split';
import { wayAt } from './way-id';

const ways = (...percents: number[]) =>
  percents.map((percent, index) => ({ id: `w${index}`, name: '', percent }));

const CUSTOMERS = 10_000;

/** How many of 10,000 customers left by each exit, worked in batches of a size; and who by which. */
function deal(type: 'random-split' | 'experiment-split', data: object, size: number) {
  const shell = new MemoryShell();
  const program = journey('unlimited').trigger('Viewed').add(type, data, ['b']).program();
  shell.publish([{ journeyId: 'jrn_1', version: 1, program, isEnrolling: true }]);
  for (let first = 0; first < CUSTOMERS; first += size) {
    const events = Array.from({ length: Math.min(size, CUSTOMERS - first) }, (_, index) => {
      const seq = first + index + 1;
      return anEvent('Viewed', { seq, customerId: `cus_${seq}` });
    });
    shell.batch(events, NOON);
  }
  const dealt = new Map<Id<'cus'>, unknown>();
  for (const { customerId, nodeId, inputs } of shell.decisions) {
    if (nodeId === 'nod_2' && 'bucket' in inputs) dealt.set(customerId, inputs.arm ?? inputs.way);
  }
  return dealt;
}

const shareOf = (dealt: ReadonlyMap<unknown, unknown>, arm: string) =>
  [...dealt.values()].filter((one) => one === arm).length / CUSTOMERS;

describe('random-split', () => {
  test('50 % split stays 50 % under batching', () => {
    const inOnes = deal('random-split', { ways: ways(50, 50) }, 250);
    expect(Math.abs(shareOf(inOnes, '1') - 0.5)).toBeLessThan(0.02);
    expect(deal('random-split', { ways: ways(50, 50) }, 3_333)).toEqual(inOnes);
    expect(deal('random-split', { ways: ways(50, 50) }, CUSTOMERS)).toEqual(inOnes);
  });

  test('deals anew at every visit', () => {
    const data = randomSplit.data.parse({ ways: ways(50, 50) });
    const exits = Array.from({ length: 40 }, (_, visits) => {
      const outcome = randomSplit.step(data, aVisit({}, { enrollment: { visits } }));
      return outcome.kind === 'go' ? outcome.exit : '';
    });
    expect(new Set(exits)).toEqual(new Set(['w0', 'w1']));
  });

  test('needs two to ten ways whose shares make a hundred', () => {
    const codes = (value: object) =>
      randomSplit.compile(randomSplit.data.parse(value)).map(({ code, field }) => `${code} ${field}`);
    expect(codes({})).toEqual([]);
    expect(codes({ ways: ways(100) })).toEqual(['too-few-ways ways']);
    expect(codes({ ways: ways(33.3, 33.3, 33.4) })).toEqual([]);
    expect(codes({ ways: ways(33, 33) })).toEqual(['bad-weights ways']);
    expect(codes({ ways: ways(150, -50) })).toEqual(['bad-weights ways']);
    const twins = [...ways(50), { id: 'w0', name: 'Twin', percent: 50 }];
    expect(codes({ ways: twins })).toEqual(['repeated-id ways.1.id']);
    expect(randomSplit.data.safeParse({ ways: ways(...Array<number>(11).fill(1)) }).success).toBe(false);
    expect(randomSplit.exits(randomSplit.data.parse({ ways: ways(20, 80) }))).toEqual([
      { id: 'w0' },
      { id: 'w1' },
    ]);
  });

  test('what could never be published still lets customers go', () => {
    expect(randomSplit.step({ ways: [] }, aVisit())).toMatchObject({
      kind: 'go',
      exit: '',
      inputs: { way: '' },
    });
    const named = { ways: [{ id: 'w', name: 'Named', percent: 0 }] };
    expect(randomSplit.step(named, aVisit())).toMatchObject({ exit: 'w', inputs: { way: 'Named' } });
  });

  test('a way without a name is told by its place, as on the canvas', () => {
    const unnamed = { ways: ways(0, 100).map((way) => ({ ...way, name: '' })) };
    expect(randomSplit.step(unnamed, aVisit())).toMatchObject({ exit: 'w1', inputs: { way: '2' } });
    const arms = experimentSplit.data.parse({ arms: unnamed.ways });
    expect(experimentSplit.step(arms, aVisit())).toMatchObject({ exit: 'w1', inputs: { name: '2' } });
  });

  test('every bucket belongs to one way, in proportion', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 10 }), (weights) => {
        const sum = weights.reduce((total, one) => total + one, 0) || 1;
        const list = ways(...weights.map((one) => Math.round((one / sum) * 10_000) / 100));
        const counts = new Map<string, number>();
        for (let bucket = 0; bucket < 10_000; bucket += 1) {
          const id = wayAt(list, bucket)?.id ?? '';
          counts.set(id, (counts.get(id) ?? 0) + 1);
        }
        for (const { id, percent } of list.slice(0, -1)) {
          expect(Math.abs((counts.get(id) ?? 0) - percent * 100)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('experiment-split', () => {
  const split = { arms: ways(50, 50) };

  test('arms are the same for any batching, and stay half and half', () => {
    const once = deal('experiment-split', split, CUSTOMERS);
    expect(Math.abs(shareOf(once, 'w0') - 0.5)).toBeLessThan(0.02);
    expect(deal('experiment-split', split, 777)).toEqual(once);
  });

  const armOf = (customerId: Id<'cus'>, data: object, change: object = {}) => {
    const outcome = experimentSplit.step(
      experimentSplit.data.parse(data),
      aVisit({}, { enrollment: { customerId, ...change } }),
    );
    return outcome.kind === 'go' ? outcome.exit : '';
  };
  const people = Array.from({ length: 500 }, (_, index) => `cus_${index}` as const);

  test('an arm is kept on re-entry', () => {
    const shell = new MemoryShell();
    const program = journey('unlimited').trigger('Viewed').add('experiment-split', split, ['w0']).program();
    shell.publish([{ journeyId: 'jrn_1', version: 1, program, isEnrolling: true }]);
    for (let day = 0; day < 20; day += 1) {
      shell.batch([anEvent('Viewed', { seq: day + 1, receivedAt: NOON + day * DAY })], NOON + day * DAY);
    }
    const arms = shell.decisions
      .filter(({ code }) => code === 'arm-assigned')
      .map(({ inputs }) => inputs.arm);
    expect(arms).toHaveLength(20);
    expect(new Set(arms).size).toBe(1);
    for (const id of people) expect(armOf(id, split, { id: 'enr_other', visits: 9 })).toBe(armOf(id, split));
  });

  test('another phase, node or journey deals anew', () => {
    const moved = (change: object, data: object = split) =>
      people.filter((id) => armOf(id, data, change) !== armOf(id, split)).length;
    expect(moved({}, { ...split, phase: 2 })).toBeGreaterThan(150);
    expect(moved({ nodeId: 'nod_9' })).toBeGreaterThan(150);
    expect(moved({ journeyId: 'jrn_9' })).toBeGreaterThan(150);
  });

  test('holds some out, the same ones when more are held out, and the arms share the rest', () => {
    const held = (percent: number) =>
      people.filter((id) => armOf(id, { ...split, holdoutPercent: percent }) === 'holdout');
    expect(held(0)).toEqual([]);
    expect(held(10).length).toBeGreaterThan(25);
    expect(held(30)).toEqual(expect.arrayContaining(held(10)));
    const data = experimentSplit.data.parse({ ...split, holdoutPercent: 10 });
    expect(experimentSplit.exits(data).map(({ id }) => id)).toEqual(['w0', 'w1', 'holdout']);
    const rest = people.filter((id) => armOf(id, data) === 'w1').length;
    expect(Math.abs(rest - 225)).toBeLessThan(50);
  });

  test('sends everybody the same way once it is decided', () => {
    const settled = { ...split, holdoutPercent: 30, settled: 'w1' };
    expect(new Set(people.map((id) => armOf(id, settled)))).toEqual(new Set(['w1']));
    expect(new Set(people.map((id) => armOf(id, { ...split, settled: 'gone' }))).size).toBe(2);
    const outcome = experimentSplit.step(experimentSplit.data.parse(settled), aVisit());
    expect(outcome).toMatchObject({ code: 'experiment-settled', inputs: { arm: 'w1', name: '2', phase: 1 } });
  });

  test('deals nobody a paused arm, and ends where all of them are', () => {
    const three = { arms: ways(20, 30, 50), paused: ['w1'] };
    const dealt = people.map((id) => armOf(id, three));
    expect(new Set(dealt)).toEqual(new Set(['w0', 'w2']));
    expect(Math.abs(dealt.filter((arm) => arm === 'w0').length / 500 - 2 / 7)).toBeLessThan(0.06);
    const all = experimentSplit.data.parse({ ...split, paused: ['w0', 'w1'] });
    expect(experimentSplit.step(all, aVisit())).toMatchObject({ kind: 'end', code: 'experiment-paused' });
  });

  test('deals by its shares while it optimises, and everybody keeps their first arm', () => {
    const design = { mode: 'optimise' };
    const optimised = { ...split, design, shares: { w0: 95, w1: 5 }, period: 3 };
    const dealt = people.map((id) => armOf(id, optimised));
    expect(Math.abs(dealt.filter((arm) => arm === 'w1').length - 25)).toBeLessThan(15);
    const data = experimentSplit.data.parse(optimised);
    const had = (phase: number, mode = 'optimise') => {
      const arms = [{ journeyId: 'jrn_1', nodeId: 'nod_1', phase, arm: 'w1' }] as const;
      const world = { records: { ...NO_RECORDS, arms } };
      const visits = people.map((customerId) =>
        experimentSplit.step(
          experimentSplit.data.parse({ ...optimised, design: { mode } }),
          aVisit({}, { enrollment: { customerId, journeyId: 'jrn_1', nodeId: 'nod_1' }, world }),
        ),
      );
      return new Set(visits.map((outcome) => outcome.kind === 'go' && outcome.exit));
    };
    expect(had(1)).toEqual(new Set(['w1']));
    expect(had(2).size).toBe(2);
    expect(had(1, 'fixed-window').size).toBe(2);
    expect(experimentSplit.step(data, aVisit())).toMatchObject({ inputs: { period: 3 } });
    expect(experimentSplit.needs?.(data).records).toEqual(['arm']);
    expect(experimentSplit.needs?.(experimentSplit.data.parse(split)).records).toEqual([]);
  });

  test('whoever comes again keeps their arm when the shares have moved since', () => {
    const shell = new MemoryShell();
    const comeBy = (version: number, shares: object) => {
      const data = { ...split, design: { mode: 'optimise' }, shares };
      const program = journey('unlimited').trigger('Viewed').add('experiment-split', data, ['b']).program();
      shell.publish([{ journeyId: 'jrn_1', version, program, isEnrolling: true }]);
      shell.batch([anEvent('Viewed', { seq: version, customerId: 'cus_1' })], NOON);
    };
    comeBy(1, { w0: 0, w1: 100 });
    comeBy(2, { w0: 100, w1: 0 });
    const dealt = shell.decisions.filter(({ code }) => code === 'arm-assigned');
    expect(dealt.map(({ inputs }) => inputs.arm)).toEqual(['w1', 'w1']);
  });

  test('needs sound arms, a share to hold out, a phase and a design', () => {
    const own = experimentSplit.compile(experimentSplit.data.parse({ ...split, design: { days: 1 } }));
    expect(own).toMatchObject([{ code: 'shorter-than-window', field: 'design.days' }]);
    const codes = (value: object) =>
      experimentSplit.compile(experimentSplit.data.parse(value)).map(({ code, field }) => `${code} ${field}`);
    expect(codes({})).toEqual([]);
    expect(codes({ arms: [], holdoutPercent: 51, phase: 0.5 })).toEqual([
      'too-few-ways arms',
      'bad-number holdoutPercent',
      'bad-number phase',
    ]);
    const taken = [...ways(50), { id: 'holdout', name: '', percent: 50 }];
    expect(codes({ arms: taken })).toEqual(['repeated-id arms.1.id']);
    const nobody = experimentSplit.data.parse({ arms: [] });
    expect(experimentSplit.step(nobody, aVisit())).toMatchObject({ exit: '', inputs: { arm: '' } });
    expect(experimentSplit.step({ ...nobody, shares: {} }, aVisit())).toMatchObject({
      inputs: { percent: 0 },
    });
    const named = { ...nobody, arms: [{ id: 'a', name: 'Long', percent: 100 }] };
    expect(experimentSplit.step(named, aVisit())).toMatchObject({ inputs: { arm: 'a', name: 'Long' } });
  });
});
