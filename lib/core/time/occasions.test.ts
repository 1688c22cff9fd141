// Schedules: by day, week and month, once, around the earth and at one moment.
import { describe, expect, test } from 'vitest';
import { instantOfOccasion, nextOccasion, type Schedule, spanOf } from './occasions';

const HOUR = 3_600_000;
const base: Schedule = {
  kind: 'recurring',
  date: '',
  every: 'day',
  weekdays: [],
  monthDay: 1,
  time: '09:00',
};

const at = (text: string) => Date.parse(text);

function several(schedule: Partial<Schedule>, after: string, count = 4, zone: string | null = 'UTC') {
  const found: (string | null)[] = [];
  let last = '';
  let moment = at(after);
  for (let index = 0; index < count; index += 1) {
    const next = nextOccasion({ ...base, ...schedule }, zone, moment, last);
    found.push(next);
    if (next === null) break;
    last = next;
    moment = Math.max(moment, spanOf(next, zone).from);
  }
  return found;
}

test('every day', () => {
  expect(several({}, '2026-02-27T09:00:00Z', 3)).toEqual([
    '2026-02-27T09:00',
    '2026-02-28T09:00',
    '2026-03-01T09:00',
  ]);
  expect(several({}, '2026-02-27T09:00:01Z', 1)).toEqual(['2026-02-28T09:00']);
});

test('on some days of the week', () => {
  // 1 March 2026 is a Sunday.
  expect(several({ every: 'week', weekdays: [7, 2] }, '2026-03-01T00:00:00Z')).toEqual([
    '2026-03-01T09:00',
    '2026-03-03T09:00',
    '2026-03-08T09:00',
    '2026-03-10T09:00',
  ]);
  expect(several({ every: 'week', weekdays: [] }, '2026-03-01T00:00:00Z')).toEqual([null]);
});

test('on a day of the month, the last one where the month is too short', () => {
  const ends = ['2026-01-31T09:00', '2026-02-28T09:00', '2026-03-31T09:00', '2026-04-30T09:00'];
  expect(several({ every: 'month', monthDay: 31 }, '2026-01-02T00:00:00Z')).toEqual(ends);
  expect(several({ every: 'month', monthDay: 'last' }, '2026-01-02T00:00:00Z')).toEqual(ends);
  expect(several({ every: 'month', monthDay: 29 }, '2028-02-01T00:00:00Z', 2)).toEqual([
    '2028-02-29T09:00',
    '2028-03-29T09:00',
  ]);
});

test('once, and never when it has been', () => {
  const once = { kind: 'once', date: '2026-11-27' } as const;
  expect(several(once, '2026-01-01T00:00:00Z')).toEqual(['2026-11-27T09:00', null]);
  expect(several(once, '2026-11-27T09:00:01Z')).toEqual([null]);
  expect(several({ ...once, date: '2026-02-30' }, '2026-01-01T00:00:00Z')).toEqual([null]);
  expect(several({ ...once, date: 'soon' }, '2026-01-01T00:00:00Z')).toEqual([null]);
});

test('never at a time that is none', () => {
  expect(several({ time: '9' }, '2026-01-01T00:00:00Z')).toEqual([null]);
});

describe('on everybody’s own clock', () => {
  test('an occasion takes 26 hours and counts until it is over everywhere', () => {
    const { from, to } = spanOf('2026-03-02T09:00', null);
    expect([from, to]).toEqual([at('2026-03-01T19:00:00Z'), at('2026-03-02T21:00:00Z')]);
    expect(to - from).toBe(26 * HOUR);
    expect(several({}, '2026-03-02T21:00:00Z', 1, null)).toEqual(['2026-03-02T09:00']);
    expect(several({}, '2026-03-02T21:00:01Z', 1, null)).toEqual(['2026-03-03T09:00']);
  });

  test('no zone on earth lies outside of it', () => {
    const { from, to } = spanOf('2026-07-06T00:30', null);
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const instant = instantOfOccasion('2026-07-06T00:30', zone);
      expect(instant).toBeGreaterThanOrEqual(from);
      expect(instant).toBeLessThanOrEqual(to);
    }
  });
});

test('a time that a clock skips or shows twice is one moment', () => {
  expect(instantOfOccasion('2026-03-29T02:30', 'Europe/Prague')).toBe(at('2026-03-29T01:30:00Z'));
  expect(instantOfOccasion('2026-10-25T02:30', 'Europe/Prague')).toBe(at('2026-10-25T00:30:00Z'));
  expect(several({ time: '02:30' }, '2026-10-24T23:00:00Z', 2, 'Europe/Prague')).toEqual([
    '2026-10-25T02:30',
    '2026-10-26T02:30',
  ]);
});

test('600,000 people, one in a thousand with a zone nobody knows: each has the occasion once, nobody is lost', async () => {
  const { zoneOf } = await import('./zone');
  const zones = Intl.supportedValuesOf('timeZone');
  const { from, to } = spanOf('2026-03-02T09:00', null);
  let lost = 0;
  let unknown = 0;
  const instants = new Map<string, number>();
  for (let person = 0; person < 600_000; person += 1) {
    const timezone = person % 1000 === 999 ? `Nowhere/${person}` : (zones[person % zones.length] ?? '');
    const { zone, isUnknown } = zoneOf({ timezone }, 'Europe/Prague');
    if (isUnknown) unknown += 1;
    const instant = instants.get(zone) ?? instantOfOccasion('2026-03-02T09:00', zone);
    instants.set(zone, instant);
    if (!(instant >= from && instant <= to)) lost += 1;
  }
  expect({ lost, unknown }).toEqual({ lost: 0, unknown: 600 });
});
