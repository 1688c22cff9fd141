// Walks over customers: when they begin, whom they give which appointment, what comes after them.
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../json';
import { NOON } from '../testing/build-event';
import { journey } from '../testing/build-journey';
import type { Step } from './program';
import {
  firstSweep,
  isSweepVain,
  type Sweep,
  sweepsAfter,
  sweptAppointment,
  sweptUnusable,
  timedSteps,
} from './sweep';

const HOUR = 3_600_000;
const moment = { timeZone: 'Europe/Prague', liveSince: 0 };
const at = (text: string) => Date.parse(text);

function stepOf(type: 'date-trigger' | 'schedule-trigger', data: object): Step {
  const [found] = timedSteps(journey().add(type, data, ['next']).email('Hello').program());
  if (found === undefined) throw new Error('There is one.');
  return found[1];
}

const daily = stepOf('schedule-trigger', { every: 'day', zone: 'customer' });
const atOnce = stepOf('schedule-trigger', { every: 'day', zone: 'workspace' });
const birthday = stepOf('date-trigger', { attribute: 'born' });

const due = (step: Step, sweep: Sweep, attributes: JsonObject = {}, since = 0) => {
  const found = sweptAppointment(step, sweep, attributes, { ...moment, liveSince: since });
  return found && [found.occasion, new Date(found.dueAt).toISOString()];
};

test('other entries need no walk', () => {
  expect(timedSteps(journey().trigger('Bought').email('Hello').program())).toEqual([]);
});

describe('over dates', () => {
  const walk = { occasion: '', startsAt: NOON };

  test('begins at once, is made once, and is never vain', () => {
    expect(firstSweep(birthday, 'UTC', NOON)).toEqual(walk);
    expect(sweepsAfter(birthday, walk, moment, NOON)).toEqual([]);
    expect(isSweepVain(birthday, walk, { ...moment, liveSince: NOON * 2 })).toBe(false);
  });

  test('gives each customer the next time of theirs', () => {
    expect(due(birthday, walk, { born: '1990-03-02' })).toEqual(['2026-03-02', '2026-03-02T08:00:00.000Z']);
    expect(due(birthday, walk, { born: '1990-03-02', timezone: 'Asia/Tokyo' })).toEqual([
      '2026-03-02',
      '2026-03-02T00:00:00.000Z',
    ]);
    expect(due(birthday, walk, { born: '1990-03-02' }, at('2026-03-03'))).toEqual([
      '2027-03-02',
      '2027-03-02T08:00:00.000Z',
    ]);
    expect(due(birthday, walk, { born: 7 })).toBeNull();
  });

  test('says of a date that cannot be used that it cannot, and nothing where none is told', () => {
    const said = (born?: unknown) =>
      sweptUnusable(birthday, born === undefined ? {} : { born: `${born}` }, 'UTC');
    expect(said('2 March')).toEqual({ attribute: 'born', value: '2 March' });
    expect([said('1990-03-02'), said(''), said()]).toEqual([null, null, null]);
    expect(sweptUnusable(daily, { born: 7 }, 'UTC')).toBeNull();
  });
});

describe('over a schedule on one clock', () => {
  test('begins when the time has come, and the next time comes after it', () => {
    const first = firstSweep(atOnce, 'Europe/Prague', NOON);
    expect(first).toEqual({ occasion: '2026-03-02T09:00', startsAt: at('2026-03-02T08:00:00Z') });
    expect(first && sweepsAfter(atOnce, first, moment, at('2026-03-02T08:01:00Z'))).toEqual([
      { occasion: '2026-03-03T09:00', startsAt: at('2026-03-03T08:00:00Z') },
    ]);
  });

  test('what was missed in between is not made up for', () => {
    const walk = { occasion: '2026-03-02T09:00', startsAt: at('2026-03-02T08:00:00Z') };
    expect(sweepsAfter(atOnce, walk, moment, at('2026-03-20T08:00:01Z'))).toMatchObject([
      { occasion: '2026-03-21T09:00' },
    ]);
  });

  test('everybody has the same moment, whatever their zone', () => {
    const walk = { occasion: '2026-03-02T09:00', startsAt: at('2026-03-02T08:00:00Z') };
    expect(due(atOnce, walk, { timezone: 'Asia/Tokyo' })).toEqual([
      '2026-03-02T09:00',
      '2026-03-02T08:00:00.000Z',
    ]);
  });

  test('one that never comes needs none', () => {
    const past = stepOf('schedule-trigger', { kind: 'once', date: '2020-01-01' });
    expect(firstSweep(past, 'UTC', NOON)).toBeNull();
  });
});

describe('over a schedule on everybody’s own clock', () => {
  const from = at('2026-03-01T19:00:00Z');
  const main = { occasion: '2026-03-02T09:00', startsAt: from };

  test('begins where the day begins first, or now if that has been', () => {
    expect(firstSweep(daily, 'UTC', at('2026-03-01T18:00:00Z'))).toEqual({
      occasion: '2026-03-01T09:00',
      startsAt: at('2026-03-01T18:00:00Z'),
    });
    expect(firstSweep(daily, 'UTC', at('2026-03-01T22:00:00Z'))).toEqual({
      occasion: '2026-03-02T09:00',
      startsAt: at('2026-03-01T22:00:00Z'),
    });
  });

  test('is followed by a second walk half a day later, and by the next occasion', () => {
    expect(sweepsAfter(daily, main, moment, from + 1)).toEqual([
      { occasion: '2026-03-02T09:00/again', startsAt: from + 13 * HOUR },
      { occasion: '2026-03-03T09:00', startsAt: at('2026-03-02T19:00:00Z') },
    ]);
    const late = { ...main, startsAt: from + 14 * HOUR };
    expect(sweepsAfter(daily, late, moment, late.startsAt)).toMatchObject([{ occasion: '2026-03-03T09:00' }]);
    const second = { occasion: '2026-03-02T09:00/again', startsAt: from + 13 * HOUR };
    expect(sweepsAfter(daily, second, moment, second.startsAt)).toEqual([]);
  });

  test('lets nobody in by what was over where the day begins when the trigger came', () => {
    // 23:05 in London: the first of March is on everywhere else, but at 12:30 on the second it is 35 minutes past there.
    const came = at('2026-03-01T23:05Z');
    const halfPast = stepOf('schedule-trigger', { every: 'day', zone: 'customer', time: '12:30' });
    const first = { occasion: '2026-03-01T12:30', startsAt: came };
    const [next] = sweepsAfter(halfPast, first, moment, came).filter(
      ({ occasion }) => !occasion.includes('/'),
    );
    expect(next).toEqual({ occasion: '2026-03-02T12:30', startsAt: came });
    expect(next && due(halfPast, next, { timezone: 'Pacific/Kiritimati' })).toBeNull();
    expect(next && due(halfPast, next, { timezone: 'Asia/Tokyo' })).not.toBeNull();
  });

  test('each has it at their time; a zone nobody knows is the workspace’s; the furthest have it first', () => {
    expect(due(daily, main, { timezone: 'Asia/Tokyo' })).toEqual([
      '2026-03-02T09:00',
      '2026-03-02T00:00:00.000Z',
    ]);
    expect(due(daily, main, { timezone: 'Mars/Olympus' })).toEqual(due(daily, main));
    expect(due(daily, main)).toEqual(['2026-03-02T09:00', '2026-03-02T08:00:00.000Z']);
    expect(due(daily, main, { timezone: '+20:00' })).toEqual([
      '2026-03-02T09:00',
      '2026-03-01T19:00:00.000Z',
    ]);
  });

  test('who had it before the journey was live, or before the second walk, has it no more', () => {
    expect(due(daily, main, { timezone: 'Asia/Tokyo' }, at('2026-03-02T00:00:01Z'))).toBeNull();
    const second = { occasion: '2026-03-02T09:00/again', startsAt: from + 13 * HOUR };
    expect(due(daily, second, { timezone: 'Asia/Tokyo' })).toBeNull();
    expect(due(daily, second, { timezone: 'America/Lima' })).toEqual([
      '2026-03-02T09:00',
      '2026-03-02T14:00:00.000Z',
    ]);
  });

  test('is vain once it is over everywhere', () => {
    const over = at('2026-03-02T21:00:00Z');
    expect(isSweepVain(daily, main, { ...moment, liveSince: over })).toBe(false);
    expect(
      isSweepVain(daily, { ...main, occasion: '2026-03-02T09:00/again' }, { ...moment, liveSince: over + 1 }),
    ).toBe(true);
  });
});
