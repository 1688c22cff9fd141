// What a publish plan does to the people inside: each choice by example, then that nobody is lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Enrollment } from '../engine/enrollment';
import type { NodeId, Program } from '../engine/program';
import { anEnrollment, DAY, HOUR, NOON } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import { type Inside, type NextVersion, planMoves } from './plan-moves';
import { everybodyStays, isTimed, type NodeChoice, PublishPlan, planProblem } from './publish-plan';
import { emptyTally, tallyMoves } from './tally-moves';

const waiting = (days: number) => journey().trigger('Signed up').delay(days, 'days').email('Hello');
const week = waiting(7).program();
const fiveDays = waiting(5).program();

function next(program: Program, before: Program = week): NextVersion {
  return { version: 2, program, before: new Map([[1, before]]), timeZone: 'UTC' };
}

/** At the delay for six days of seven. */
function insideAt(nodeId: NodeId | null, change: Partial<Enrollment> = {}): Inside {
  const since = { arrivedAt: NOON - 6 * DAY, wakeAt: NOON + DAY, visits: 2 };
  return { enrollment: anEnrollment({ nodeId, ...since, ...change }), attributes: {} };
}

const atWait = insideAt('nod_2');

function plan(...nodes: NodeChoice[]): PublishPlan {
  return PublishPlan.parse({ nodes });
}

function moved(inside: Inside, by: PublishPlan, version: NextVersion) {
  const [move] = planMoves([inside], by, version, NOON);
  if (move === undefined) throw new Error('lost');
  return move;
}

describe('a delay shortened from seven to five days, with somebody at day six', () => {
  it('stays on the old version unless the plan says otherwise', () => {
    for (const by of [plan(), everybodyStays, plan({ nodeId: 'nod_2', choice: 'stay' })]) {
      const move = moved(atWait, by, next(fiveDays));
      expect(move).toMatchObject({ step: 'changed', fate: 'stayed', isAtOnce: false });
      expect(move.after).toEqual(move.before);
    }
  });

  it('moves with its due time', () => {
    const move = moved(atWait, plan({ nodeId: 'nod_2', choice: 'move', spreadHours: 0 }), next(fiveDays));
    expect(move).toMatchObject({ fate: 'moved', after: { version: 2, nodeId: 'nod_2', wakeAt: NOON + DAY } });
  });

  it('goes on at once when it is re-timed, or is spread over hours', () => {
    const atOnce = plan({ nodeId: 'nod_2', choice: 're-time', spreadHours: 0 });
    const now = moved(atWait, atOnce, next(fiveDays));
    expect(now).toMatchObject({ fate: 'retimed', isAtOnce: true, after: { version: 2, wakeAt: NOON } });
    const spread = plan({ nodeId: 'nod_2', choice: 're-time', spreadHours: 10 });
    const { after, isAtOnce } = moved(atWait, spread, next(fiveDays));
    expect(isAtOnce).toBe(false);
    expect(after.wakeAt).toBeGreaterThan(NOON);
    expect(after.wakeAt).toBeLessThanOrEqual(NOON + 10 * HOUR);
  });

  it('waits the rest of the new time when it came two days ago', () => {
    const recent = insideAt('nod_2', { arrivedAt: NOON - 2 * DAY });
    const move = moved(recent, plan({ nodeId: 'nod_2', choice: 're-time', spreadHours: 0 }), next(fiveDays));
    expect(move).toMatchObject({ isAtOnce: false, after: { wakeAt: NOON + 3 * DAY, visits: 2 } });
  });

  it('leaves with a reason', () => {
    const move = moved(atWait, plan({ nodeId: 'nod_2', choice: 'exit' }), next(fiveDays));
    expect(move).toMatchObject({ fate: 'exited', after: { version: 1, wakeAt: null } });
  });
});

describe('an occupied wait that is deleted', () => {
  const short = next(journey().trigger('Signed up').email('Hello').delay(2, 'days').program());
  const gone = insideAt('nod_7');

  it('keeps its people on the old version by default', () => {
    expect(moved(gone, plan(), short)).toMatchObject({ step: 'removed', fate: 'stayed' });
    expect(moved(insideAt(null), plan(), short)).toMatchObject({ step: 'removed', fate: 'stayed' });
  });

  it('puts them at another step, where they arrive now', () => {
    const toWait = plan({ nodeId: 'nod_7', choice: 'move', to: 'nod_3', spreadHours: 0 });
    const move = moved(gone, toWait, short);
    expect(move.isAtOnce).toBe(false);
    const arriving = { arrivedAt: NOON + 1, wakeAt: NOON };
    expect(move.after).toEqual({ version: 2, nodeId: 'nod_3', visits: 3, ...arriving });
  });

  it('has them visit a step that does not wait: at once, or in their turn', () => {
    const toMail = (spreadHours: number) =>
      plan({ nodeId: 'nod_7', choice: 'move', to: 'nod_2', spreadHours });
    const now = moved(gone, toMail(0), short);
    expect(now).toMatchObject({ isAtOnce: true, after: { wakeAt: NOON, arrivedAt: NOON + 1 } });
    const later = moved(gone, toMail(24), short).after;
    expect(later.wakeAt).toBeGreaterThan(NOON);
    expect(later.arrivedAt).toBe((later.wakeAt ?? 0) + 1);
  });

  it('asks nothing of a step that it does not know', () => {
    const program = { ...week, steps: { nod_9: { type: 'nonsense', data: {}, exits: {} } } };
    const toUnknown = plan({ nodeId: 'nod_7', choice: 'move', to: 'nod_9', spreadHours: 0 });
    expect(moved(gone, toUnknown, next(program)).after.wakeAt).toBe(NOON);
  });
});

describe('everybody whose step is the same', () => {
  it('moves along with the due time, or stays', () => {
    const renamed = next(journey().trigger('Signed up').delay(7, 'days').email('Good day').program());
    expect(moved(atWait, plan(), renamed)).toMatchObject({
      step: 'same',
      fate: 'moved',
      isAtOnce: false,
      after: { version: 2, nodeId: 'nod_2', wakeAt: NOON + DAY, visits: 2, arrivedAt: NOON - 6 * DAY },
    });
    expect(moved(atWait, everybodyStays, renamed).fate).toBe('stayed');
  });

  it('counts as changed where the old program is not known', () => {
    const unknown = { ...next(week), before: new Map() };
    expect(moved(atWait, plan(), unknown)).toMatchObject({ step: 'changed', fate: 'stayed' });
  });
});

it('tells apart those whose step changed from those whose did not, and says which versions they are in', () => {
  const versions = {
    ...next(week),
    version: 3,
    before: new Map([
      [1, fiveDays],
      [2, week],
    ]),
  };
  const people = [2, 1, 1].map((version) => insideAt('nod_2', { version }));
  const { nodes, counts } = tallyMoves(emptyTally, planMoves(people, plan(), versions, NOON));
  expect(nodes).toMatchObject([
    { nodeId: 'nod_2', step: 'same', versions: [2], people: 1, counts: { moved: 1 } },
    { nodeId: 'nod_2', step: 'changed', versions: [1], people: 2, counts: { stayed: 2 } },
  ]);
  expect(counts).toEqual({ stayed: 2, moved: 1, retimed: 0, exited: 0, atOnce: 0 });
  const both = {
    ...versions,
    before: new Map([
      [1, fiveDays],
      [2, fiveDays],
    ]),
  };
  expect(tallyMoves(emptyTally, planMoves(people, plan(), both, NOON)).nodes).toMatchObject([
    { step: 'changed', versions: [1, 2], people: 3 },
  ]);
});

describe('planProblem', () => {
  it.each([
    ['move', plan({ nodeId: 'nod_9', choice: 'move', spreadHours: 0 }), 'plan-target-missing', 'nod_9'],
    [
      'to',
      plan({ nodeId: 'nod_2', choice: 'move', to: 'nod_8', spreadHours: 0 }),
      'plan-target-missing',
      'nod_8',
    ],
    [
      'trigger',
      plan({ nodeId: 'nod_2', choice: 'move', to: 'nod_1', spreadHours: 0 }),
      'plan-target-missing',
      'nod_1',
    ],
    ['re-time', plan({ nodeId: 'nod_3', choice: 're-time', spreadHours: 0 }), 'plan-cannot-retime', 'nod_3'],
    ['gone', plan({ nodeId: 'nod_9', choice: 're-time', spreadHours: 0 }), 'plan-cannot-retime', 'nod_9'],
  ])('names what the new version cannot do: %s', (_, by, code, nodeId) => {
    expect(planProblem(by, week)).toMatchObject({ code, nodeId });
  });

  it('finds nothing wrong with a plan that fits', () => {
    const fits = plan(
      { nodeId: 'nod_2', choice: 're-time', spreadHours: 0 },
      { nodeId: 'nod_3', choice: 'move', to: 'nod_2', spreadHours: 0 },
      { nodeId: 'nod_9', choice: 'exit' },
    );
    expect(planProblem(fits, week)).toBeNull();
    const strange = { ...week, steps: { nod_1: { type: 'nonsense', data: {}, exits: {} } } };
    expect(isTimed(strange, 'nod_1')).toBe(false);
    expect(planProblem(plan({ nodeId: 'nod_1', choice: 'move', spreadHours: 0 }), strange)).not.toBeNull();
  });
});

const nodeId = fc.constantFrom<NodeId>('nod_1', 'nod_2', 'nod_3', 'nod_4', 'nod_9');
const choice = fc.oneof(
  fc.record({ nodeId, choice: fc.constantFrom('stay' as const, 'exit' as const) }),
  fc.record({ nodeId, choice: fc.constant('move' as const), to: nodeId, spreadHours: fc.nat(48) }),
  fc.record({ nodeId, choice: fc.constant('re-time' as const), spreadHours: fc.nat(48) }),
);
const arbitraryPlan = fc
  .record({ nodes: fc.array(choice), others: fc.constantFrom('move', 'stay') })
  .map((drawn) => PublishPlan.parse(drawn))
  .filter((drawn) => planProblem(drawn, fiveDays) === null);
const arbitraryInside = fc
  .record({
    nodeId: fc.option(nodeId),
    arrivedAt: fc.integer({ min: NOON - 9 * DAY, max: NOON }),
    wakeAt: fc.option(fc.integer({ min: NOON - DAY, max: NOON + 9 * DAY })),
    id: fc.nat(999).map((number) => `enr_${number}` as const),
  })
  .map((drawn): Inside => ({ enrollment: anEnrollment(drawn), attributes: {} }));

it('loses nobody, leads nowhere but to steps there are, sets no time in the past, and counts everybody once', () => {
  fc.assert(
    fc.property(fc.array(arbitraryInside), arbitraryPlan, (insides, by) => {
      const moves = planMoves(insides, by, next(fiveDays), NOON);
      expect(moves.map(({ enrollment }) => enrollment)).toEqual(insides.map(({ enrollment }) => enrollment));
      for (const { after, before, fate } of moves) {
        if (fate === 'stayed') expect(after).toEqual(before);
        if (after.version === 2) expect(fiveDays.steps).toHaveProperty(String(after.nodeId));
        if (after.wakeAt !== before.wakeAt && after.wakeAt !== null) {
          expect(after.wakeAt).toBeGreaterThanOrEqual(NOON);
        }
      }
      const half = Math.floor(moves.length / 2);
      const whole = tallyMoves(emptyTally, moves);
      expect(tallyMoves(tallyMoves(emptyTally, moves.slice(0, half)), moves.slice(half))).toEqual(whole);
      const { stayed, moved: went, retimed, exited } = whole.counts;
      expect(stayed + went + retimed + exited).toBe(insides.length);
      const atNodes = whole.nodes.reduce((sum, { people }) => sum + people, 0);
      expect(atNodes).toBe(insides.filter(({ enrollment }) => enrollment.nodeId !== null).length);
    }),
  );
});
