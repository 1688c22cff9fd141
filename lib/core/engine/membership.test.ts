// Who comes into segments and who leaves them, case by case.
import { describe, expect, test } from 'vitest';
import { type Condition, DateTest } from '../condition/condition';
import { laneOf } from '../hash';
import type { Id } from '../id';
import { batchOn, trail } from '../testing/build-batch';
import { anEvent, HOUR, MINUTE, NOON } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import { liveVersions } from '../testing/live-versions';
import { applyBatch } from './apply-batch';
import type { Batch } from './batch';
import { isTimed } from './is-timed';
import { MARKED_AT } from './membership';
import { needs } from './needs';
import { buildRuleIndex } from './rule-index';
import { aboutChange, buildSegmentIndex, type LiveSegment } from './segment-index';

const bought = (minutes: number | null = null): Condition => ({
  ...{ type: 'event', event: 'Bought', where: [], operator: 'at-least', count: 1, sinceEntry: false },
  within: minutes === null ? null : { amount: minutes, unit: 'minutes' },
});
const member = (segmentId: Id<'seg'>): Condition => ({ type: 'segment', segmentId, isMember: true });
const isPro: Condition = {
  ...{ type: 'test', subject: 'attribute', path: ['plan'], operator: 'equals', value: 'pro' },
};
const segment = (name: string, condition: Condition): LiveSegment => ({ id: `seg_${name}`, condition });

/** A batch with these segments and nobody in a journey. */
function batchOf(segments: readonly LiveSegment[], more: Partial<Batch> = {}): Batch {
  return { ...batchOn(), index: buildRuleIndex([], segments), ...more };
}

function comings(batch: Batch): string[] {
  return applyBatch(batch).memberships.map(
    ({ segmentId, hasEntered, at }) => `${hasEntered ? '+' : '-'}${segmentId} ${(at - NOON) / MINUTE}`,
  );
}

const due = (segmentId: Id<'seg'>, dueAt: number) => [{ customerId: 'cus_1' as const, segmentId, dueAt }];

describe('an event', () => {
  test('brings into every segment that mentions it, and into those built on them, in order', () => {
    const segments = [segment('c', member('seg_b')), segment('b', bought()), segment('a', isPro)];
    expect(comings(batchOf(segments, { events: [anEvent('Bought')] }))).toEqual(['+seg_b 0', '+seg_c 0']);
    expect(comings(batchOf(segments, { events: [anEvent('Viewed')] }))).toEqual([]);
  });

  test('tells when time will change the answer, and that time changes the answer', () => {
    const outcome = applyBatch(batchOf([segment('a', bought(30))], { events: [anEvent('Bought')] }));
    expect(outcome.segmentDues).toEqual(due('seg_a', NOON + 30 * MINUTE));
    const later = batchOf([segment('a', bought(30))], {
      segments: new Map([['cus_1', new Set(['seg_a'])]]),
      segmentDues: due('seg_a', NOON + 30 * MINUTE),
      now: NOON + HOUR,
    });
    expect(comings(later)).toEqual(['-seg_a 30']);
    expect(applyBatch(later).segmentDues).toEqual([{ ...due('seg_a', 0)[0], dueAt: null }]);
  });

  test('comes after what time has changed before it', () => {
    const events = [anEvent('Bought', { receivedAt: NOON + HOUR, occurredAt: NOON + HOUR })];
    const batch = batchOf([segment('a', bought(30))], {
      ...{ events, segments: new Map([['cus_1', new Set(['seg_a'])]]) },
      segmentDues: due('seg_a', NOON + 30 * MINUTE),
    });
    expect(comings(batch)).toEqual(['-seg_a 30', '+seg_a 60']);
  });

  test('stands at its own place, what follows from a timer behind it', () => {
    const { memberships } = applyBatch(
      batchOf([segment('a', bought(30))], { events: [anEvent('Bought', { seq: 7 })], now: NOON + HOUR }),
    );
    expect(memberships).toMatchObject([
      { hasEntered: true, seq: 7, turn: 0 },
      { hasEntered: false, seq: 7, turn: 2 },
    ]);
  });
});

describe('a change of attributes', () => {
  test('brings in by what a customer tells', () => {
    const telling = anEvent('', { type: 'identify', traits: { plan: 'pro' } });
    expect(comings(batchOf([segment('a', isPro)], { events: [telling] }))).toEqual(['+seg_a 0']);
  });

  test('is looked at only where a segment mentions it', () => {
    const index = buildSegmentIndex([segment('a', isPro)]);
    expect(aboutChange(index, { x: 1 }, { x: 2 })).toEqual([]);
    expect(aboutChange(index, { plan: 'free' }, { plan: 'free', x: 2 })).toEqual([]);
    expect(aboutChange(index, { plan: 'free' }, {})).toHaveLength(1);
  });

  test('by a step brings in as well, and is foreseen', () => {
    const line = journey().trigger('Order').set('plan', 'pro').exit();
    const live = liveVersions([
      { journeyId: 'jrn_1', version: 1, document: line.document(), isEnrolling: true },
    ]);
    const index = buildRuleIndex(live, [segment('a', isPro), segment('b', bought())]);
    const batch = { ...batchOn(line), index, events: [anEvent('Order')] };
    expect(comings(batch)).toEqual(['+seg_a 0']);
    const wanted = needs(index, batch.events, { enrollments: [], appointments: [], segments: [] });
    expect(wanted.segments.asked.map(({ id }) => id)).toEqual(['seg_a']);
  });
});

describe('a segment whose members are named one by one', () => {
  const told = (name: string) => anEvent(name, { type: 'signal', properties: { segment_id: 'seg_named' } });

  test('moves those built on it', () => {
    const segments = [segment('a', member('seg_named'))];
    expect(comings(batchOf(segments, { events: [told('segment-entered')] }))).toEqual(['+seg_a 0']);
    const inside = new Map([['cus_1' as const, new Set(['seg_named', 'seg_a'])]]);
    expect(comings(batchOf(segments, { events: [told('segment-left')], segments: inside }))).toEqual([
      '-seg_a 0',
    ]);
    const wanted = needs(
      buildRuleIndex([], segments),
      [told('segment-left'), anEvent('x', { type: 'signal' })],
      {
        ...{ enrollments: [], appointments: [], segments: due('seg_gone', NOON) },
      },
    );
    expect([...wanted.segments.customers]).toEqual(['cus_1']);
  });

  test('is the only kind that a signal says anything of', () => {
    const batch = batchOf([segment('named', bought())], { events: [told('segment-entered')] });
    expect(comings(batch)).toEqual([]);
  });
});

describe('a lane that does not know yet who is in', () => {
  const lane = laneOf('cus_1');
  const filledTo = (filled: number) =>
    applyBatch(
      batchOf([segment('a', bought())], {
        ...{ events: [anEvent('Bought')], unfilled: new Map([['seg_a', filled]]) },
      }),
    );

  test('marks whom something happens to', () => {
    expect(filledTo(lane)).toMatchObject({ memberships: [], segmentDues: due('seg_a', MARKED_AT) });
    expect(filledTo(lane + 1)).toMatchObject({ memberships: [{ hasEntered: true }], segmentDues: [] });
  });
});

test('what is due of a segment that is gone is forgotten', () => {
  const outcome = applyBatch(batchOf([], { segmentDues: due('seg_gone', NOON), now: NOON }));
  expect(outcome.segmentDues).toMatchObject([{ segmentId: 'seg_gone', dueAt: null }]);
});

test('a circle that was stored all the same is judged once', () => {
  const segments = [
    segment('a', { type: 'any', of: [bought(), member('seg_b')] }),
    segment('b', member('seg_a')),
  ];
  expect(comings(batchOf(segments, { events: [anEvent('Bought')] }))).toEqual(['+seg_a 0', '+seg_b 0']);
});

test('journeys that push somebody in and out of a segment for ever are stopped, and the members stay right', () => {
  const line = (on: 'entered' | 'left', plan: string) =>
    journey().add('segment-trigger', { segmentId: 'seg_a', on }, ['next']).set('plan', plan).exit();
  const drawings = [line('entered', 'free'), line('left', 'pro')].map((one, index) => {
    const document = one.document();
    const settings = { ...document.settings, reentry: 'unlimited' as const, concurrency: 'by-key' as const };
    return {
      ...{ journeyId: `jrn_${index + 1}` as const, version: 1, isEnrolling: true },
      document: { ...document, settings },
    };
  });
  const index = buildRuleIndex(liveVersions(drawings), [segment('a', isPro)]);
  const telling = anEvent('', { type: 'identify', traits: { plan: 'pro' } });
  const outcome = applyBatch({ ...batchOn(), index, events: [telling] });
  expect(trail(outcome)).toContain('emit-loop-stopped 0');
  const isIn = outcome.memberships.at(-1)?.hasEntered;
  expect(isIn).toBe(outcome.customers.get('cus_1')?.plan === 'pro');
});

test('time changes what asks for a window, for days or for something unheard of', () => {
  expect(isTimed({ type: 'all', of: [isPro, bought(), member('seg_a')] })).toBe(false);
  expect(isTimed(bought(5))).toBe(true);
  // A kind of condition that is not there yet.
  expect(isTimed({ type: 'tide' } as unknown as Condition)).toBe(true);
  const date = DateTest.parse({ type: 'date', path: ['born'], days: 3 });
  expect(isTimed({ ...date, operator: 'on' })).toBe(false);
  expect(isTimed({ ...date, operator: 'within-next' })).toBe(true);
  expect(isTimed({ type: 'sample', percent: 3, salt: '' })).toBe(false);
  expect(
    isTimed({ type: 'product', sku: 'a', path: [], field: 'stock', operator: 'at-least', value: 1 }),
  ).toBe(false);
});
