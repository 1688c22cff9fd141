// What ends a wait: any of several events, a condition, time; and what happened before somebody came to it.
import { describe, expect, test } from 'vitest';
import type { PastEvent } from '../condition/evaluate';
import { MemoryShell } from '../journey-test/memory-shell';
import { anEvent, HOUR, MINUTE, NOON } from '../testing/build-event';
import { journey, type Line } from '../testing/build-journey';
import { aVisit } from '../testing/build-visit';
import { waitForCondition } from './wait-for-condition';
import { waitForEvent } from './wait-for-event';

const problemsOf = (value: object) =>
  waitForEvent.compile(waitForEvent.data.parse(value)).map(({ code, field }) => `${code} ${field}`);

function shellOn(...lines: Line[]) {
  const shell = new MemoryShell();
  const live = lines.map((line, index) => {
    return { journeyId: `jrn_${index + 1}` as const, version: 1, program: line.program(), isEnrolling: true };
  });
  shell.publish(live);
  return shell;
}

const codesOf = ({ decisions }: MemoryShell) => decisions.map(({ code }) => code);

const bought = {
  type: 'test',
  subject: 'property',
  path: ['total'],
  operator: 'at-least',
  value: 50,
} as const;

describe('wait-for-event', () => {
  test('one that was drawn before there were several is one for one event, from here on', () => {
    const data = waitForEvent.data.parse({ event: 'Bought' });
    expect(data).toMatchObject({ orEvents: [], lookBack: 'here' });
    expect(waitForEvent.rule(data)).toHaveLength(1);
    expect(waitForEvent.needs?.(data)).toMatchObject({ events: {} });
  });

  test('every event it names is judged', () => {
    expect(problemsOf({ event: '', orEvents: [{ event: 'Bought' }, { key: [''] }] })).toEqual([
      'empty-event-name event',
      'empty-event-name orEvents.1.event',
      'incomplete-condition orEvents.1.key',
    ]);
    expect(waitForEvent.data.safeParse({ orEvents: Array(10).fill({}) }).success).toBe(false);
  });

  test('looking back asks for all events it names, however long ago, and for what their filters ask', () => {
    const filter = { type: 'test', subject: 'attribute', path: ['plan'], operator: 'is-set' };
    const data = waitForEvent.data.parse({
      event: 'A',
      orEvents: [{ event: 'B', filter }],
      lookBack: 'entry',
    });
    expect(waitForEvent.needs?.(data)).toMatchObject({ events: { A: null, B: null }, attributes: ['plan'] });
  });

  const past = (change: Partial<PastEvent>): PastEvent => {
    return { name: 'Bought', messageId: 'message-7', properties: {}, at: NOON, receivedAt: NOON, ...change };
  };
  const lookBack = (one: Partial<PastEvent>, match: object = {}) => {
    const data = waitForEvent.data.parse({ event: 'Bought', lookBack: 'entry', ...match });
    const enrollment = { key: 'A' };
    const outcome = waitForEvent.step(
      data,
      aVisit({ now: NOON + HOUR }, { enrollment, world: { past: [past(one)] } }),
    );
    return outcome.code;
  };

  test('looking back, what reached us since the passage began counts', () => {
    expect(lookBack({})).toBe('event-happened-earlier');
    expect(lookBack({ receivedAt: NOON - 1 })).toBe('wait-started');
    // It is about when it reached us: what happened earlier and came late counts.
    expect(lookBack({ at: NOON - HOUR })).toBe('event-happened-earlier');
    expect(lookBack({ name: 'Left' })).toBe('wait-started');
    expect(lookBack({ name: 'Left' }, { orEvents: [{ event: 'Left' }] })).toBe('event-happened-earlier');
  });

  test('looking back, the first of several counts, in whatever order they are kept', () => {
    const data = waitForEvent.data.parse({
      event: 'Bought',
      orEvents: [{ event: 'Left' }],
      lookBack: 'entry',
    });
    const later = past({ name: 'Left', messageId: 'message-8', receivedAt: NOON + MINUTE });
    const visited = (world: PastEvent[]) =>
      waitForEvent.step(
        data,
        aVisit({ now: NOON + HOUR }, { enrollment: { key: 'A' }, world: { past: world } }),
      );
    expect(visited([later, past({})])).toMatchObject({ inputs: { event: 'Bought' } });
    expect(visited([past({}), later])).toMatchObject({ inputs: { event: 'Bought' } });
  });

  test('looking back, what began the passage does not end its wait', () => {
    expect(lookBack({ messageId: 'message-1' })).toBe('wait-started');
  });

  test('looking back, keys and filters count as they do for what comes', () => {
    const key = ['order'];
    expect(lookBack({ properties: { order: 'A' } }, { key })).toBe('event-happened-earlier');
    expect(lookBack({ properties: { order: 'B' } }, { key })).toBe('wait-started');
    expect(lookBack({ properties: { total: 60 } }, { filter: bought })).toBe('event-happened-earlier');
    expect(lookBack({ properties: { total: 6 } }, { filter: bought })).toBe('wait-started');
  });

  test('looking back, a click in enrollment 1 never satisfies a wait in enrollment 2', () => {
    expect(lookBack({ properties: { enrollment_id: 'enr_2' } })).toBe('wait-started');
    expect(lookBack({ properties: { enrollment_id: 'enr_1' } })).toBe('event-happened-earlier');
    expect(lookBack({ properties: { enrollment_id: 7 } })).toBe('event-happened-earlier');
  });

  test('without a world nothing is known of the past', () => {
    const data = waitForEvent.data.parse({ event: 'Bought', lookBack: 'entry' });
    const { enrollment, moment } = aVisit();
    const { world: _, ...alone } = moment;
    expect(waitForEvent.step(data, { enrollment, moment: alone })).toMatchObject({ code: 'wait-started' });
  });

  test('a click in enrollment 1 never satisfies a wait in enrollment 2', () => {
    const line = journey()
      .trigger('Ordered', { key: ['order'] })
      .waitFor('Clicked', { hours: 24 })
      .exit();
    const shell = shellOn(line);
    shell.batch([anEvent('Ordered', { seq: 1, properties: { order: 'A' } })], NOON);
    shell.batch([anEvent('Ordered', { seq: 2, properties: { order: 'B' } })], NOON);
    const [first, second] = [...shell.enrollments.values()];
    const click = { enrollment_id: first?.id ?? '' };
    shell.batch([anEvent('Clicked', { seq: 3, properties: click, receivedAt: NOON + MINUTE })], NOON);
    expect(shell.enrollments.get(first?.id ?? 'enr_')).toMatchObject({ status: 'ended' });
    expect(shell.enrollments.get(second?.id ?? 'enr_')).toMatchObject({ status: 'waiting', nodeId: 'nod_2' });
  });

  test('any of its events ends it, whichever comes first', () => {
    const wait = { event: 'Bought', orEvents: [{ event: 'Left' }], timeout: { amount: 1, unit: 'hours' } };
    const line = journey().trigger('Viewed').add('wait-for-event', wait, ['happened', 'timeout']);
    const shell = shellOn(line);
    shell.batch(
      [anEvent('Viewed', { seq: 1 }), anEvent('Left', { seq: 2, receivedAt: NOON + MINUTE })],
      NOON,
    );
    shell.batch([anEvent('Bought', { seq: 3, receivedAt: NOON + 2 * MINUTE })], NOON + 2 * HOUR);
    expect(codesOf(shell)).toEqual(['entered', 'wait-started', 'event-happened', 'path-ended']);
  });
});

describe('wait-for-condition', () => {
  const vip = {
    type: 'test',
    subject: 'attribute',
    path: ['tier'],
    operator: 'equals',
    value: 'vip',
  } as const;
  const drawn = (condition: object) =>
    journey()
      .trigger('Viewed')
      .add('wait-for-condition', { condition, timeout: { amount: 1, unit: 'hours' } }, ['met', 'timeout']);
  const identify = (traits: { tier: string }, minute: number, seq: number) =>
    anEvent('', { seq, type: 'identify', traits, receivedAt: NOON + minute * MINUTE });

  test('needs a condition that is finished, and a time', () => {
    const { data, compile } = waitForCondition;
    const codes = (value: object) => compile(data.parse(value)).map(({ code, field }) => `${code} ${field}`);
    expect(codes({})).toEqual(['empty-condition condition']);
    expect(codes({ condition: { ...vip, path: [] }, timeout: { amount: 0 } })).toEqual([
      'incomplete-condition condition',
      'bad-duration timeout.amount',
    ]);
  });

  test('who fulfils it on arrival goes on at once', () => {
    const shell = shellOn(drawn(vip));
    shell.batch([identify({ tier: 'vip' }, 0, 1), anEvent('Viewed', { seq: 2 })], NOON);
    expect(codesOf(shell)).toEqual(['entered', 'condition-met', 'path-ended']);
  });

  test('a change that makes it true ends the wait, another one does not', () => {
    const shell = shellOn(drawn(vip));
    shell.batch([anEvent('Viewed', { seq: 1 }), identify({ tier: 'plain' }, 1, 2)], NOON);
    expect(codesOf(shell)).toEqual(['entered', 'condition-awaited']);
    shell.batch([identify({ tier: 'vip' }, 2, 3)], NOON + 3 * HOUR);
    expect(codesOf(shell).slice(2)).toEqual(['condition-met', 'path-ended']);
  });

  test('time ends it, unless time itself has made it true', () => {
    const shell = shellOn(drawn(vip));
    shell.batch([anEvent('Viewed', { seq: 1 })], NOON);
    shell.batch([], NOON + HOUR);
    expect(codesOf(shell).slice(2)).toEqual(['condition-not-met', 'path-ended']);
    const quiet = {
      type: 'event',
      event: 'Viewed',
      operator: 'equals',
      count: 0,
      within: { amount: 30, unit: 'minutes' },
    };
    const calm = shellOn(drawn(quiet));
    calm.batch([anEvent('Viewed', { seq: 1 })], NOON);
    calm.batch([], NOON + HOUR);
    expect(codesOf(calm).slice(2)).toEqual(['condition-met', 'path-ended']);
  });

  test('its condition speaks of the event that began the passage, whatever has just happened', () => {
    const both = { type: 'all', of: [bought, { type: 'event', event: 'Bought', count: 1 }] };
    const shell = shellOn(drawn(both));
    shell.batch([anEvent('Viewed', { seq: 1, properties: { total: 5 } })], NOON);
    shell.batch([anEvent('Bought', { seq: 2, properties: { total: 90 } })], NOON);
    expect(codesOf(shell)).toEqual(['entered', 'condition-awaited']);
  });

  test('asked without need, it goes on waiting as long as it would have', () => {
    const visit = aVisit({ cause: { kind: 'change' } }, { enrollment: { wakeAt: NOON + MINUTE } });
    const outcome = waitForCondition.step(waitForCondition.data.parse({ condition: vip }), visit);
    expect(outcome).toMatchObject({ kind: 'wait', until: NOON + MINUTE });
  });
});
