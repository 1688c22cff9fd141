// Wall clocks: gaps, overlaps, odd offsets, leap days, and names nobody knows.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dateOf, instantOf, isTimeZone, localMinute, minuteOf, nextLocalTime, zoned, zoneOf } from './zone';

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const shown = (instant: number, zone: string) => zoned(instant, zone).toPlainDateTime().toString();
const NINE = 9 * 60;

describe('zoneOf', () => {
  test('takes the customer’s own zone, and the workspace’s where there is none or none that is known', () => {
    expect(zoneOf({ timezone: 'Asia/Kathmandu' }, 'UTC')).toEqual({
      zone: 'Asia/Kathmandu',
      isUnknown: false,
    });
    for (const attributes of [{}, { timezone: null }, { timezone: '' }]) {
      expect(zoneOf(attributes, 'Europe/Prague')).toEqual({ zone: 'Europe/Prague', isUnknown: false });
    }
    for (const timezone of ['Mars/Olympus', 7, '../etc', ['UTC']]) {
      expect(zoneOf({ timezone }, 'UTC')).toEqual({ zone: 'UTC', isUnknown: true });
    }
  });

  test('remembers no more names than it should, and still knows them', () => {
    for (let index = 0; index < 10_050; index += 1) expect(isTimeZone(`Nowhere/${index}`)).toBe(false);
    expect(isTimeZone('Nowhere/10049')).toBe(false);
    expect(isTimeZone('Pacific/Chatham')).toBe(true);
  });
});

describe('nextLocalTime', () => {
  test('is today when it is still to come, else tomorrow', () => {
    expect(shown(nextLocalTime(at('2026-11-20T06:00:00Z'), 'Europe/Prague', NINE), 'Europe/Prague')).toBe(
      '2026-11-20T09:00:00',
    );
    expect(shown(nextLocalTime(at('2026-11-20T08:00:00Z'), 'Europe/Prague', NINE), 'Europe/Prague')).toBe(
      '2026-11-20T09:00:00',
    );
    expect(shown(nextLocalTime(at('2026-11-20T08:00:01Z'), 'Europe/Prague', NINE), 'Europe/Prague')).toBe(
      '2026-11-21T09:00:00',
    );
  });

  test('past nine on a Friday with a weekday rule is nine on Monday, in the customer’s zone', () => {
    const friday = at('2026-11-20T16:00:00Z');
    const workdays = [1, 2, 3, 4, 5];
    expect(shown(nextLocalTime(friday, 'America/New_York', NINE, workdays), 'America/New_York')).toBe(
      '2026-11-23T09:00:00',
    );
    // In Auckland it is Saturday morning already.
    expect(shown(nextLocalTime(friday, 'Pacific/Auckland', NINE, workdays), 'Pacific/Auckland')).toBe(
      '2026-11-23T09:00:00',
    );
  });

  test('a time that the clocks skip is shown an hour later; one they show twice counts the first time', () => {
    const skipped = nextLocalTime(at('2026-03-29T00:00:00Z'), 'Europe/Prague', 2 * 60 + 30);
    expect(shown(skipped, 'Europe/Prague')).toBe('2026-03-29T03:30:00');
    const twice = nextLocalTime(at('2026-10-24T22:00:00Z'), 'Europe/Prague', 2 * 60 + 30);
    expect(new Date(twice).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    // Between the two, today's has been; the next is tomorrow's.
    const between = nextLocalTime(at('2026-10-25T00:45:00Z'), 'Europe/Prague', 2 * 60 + 30);
    expect(shown(between, 'Europe/Prague')).toBe('2026-10-26T02:30:00');
  });

  test('law: it is never early, at most eight days away, and the clock shows that time unless it skips it', () => {
    const zones = [
      'Europe/Prague',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Pacific/Chatham',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') }),
        fc.integer({ min: 0, max: 1439 }),
        fc.subarray([1, 2, 3, 4, 5, 6, 7]),
        (zone, after, minute, weekdays) => {
          const next = nextLocalTime(after, zone, minute, weekdays);
          expect(next).toBeGreaterThanOrEqual(after);
          expect(next - after).toBeLessThan(8.1 * 86_400_000);
          if (weekdays.length > 0) expect(weekdays).toContain(zoned(next, zone).dayOfWeek);
          const isSkipped = localMinute(next, zone) !== minute;
          if (isSkipped) expect(localMinute(next, zone) - minute).toBeOneOf([30, 60]);
        },
      ),
    );
  });
});

test('times of day are read and nothing else is', () => {
  expect(minuteOf('09:30')).toBe(570);
  expect(minuteOf('23:59')).toBe(1439);
  for (const text of ['24:00', '9:30', '09:60', '', 'noon']) expect(minuteOf(text)).toBeNull();
});

test('a date is itself everywhere, an instant is the day it falls on', () => {
  expect(dateOf('2024-02-29', 'Asia/Tokyo')?.toString()).toBe('2024-02-29');
  expect(dateOf('2026-11-22T23:30:00Z', 'Asia/Tokyo')?.toString()).toBe('2026-11-23');
  for (const value of ['2026-02-30', '22.11.2026', 20_261_122, null]) expect(dateOf(value, 'UTC')).toBeNull();
});

test('midnight that a zone skips is the first moment of the day', () => {
  const date = Temporal.PlainDate.from('2026-09-06');
  expect(shown(instantOf(date, 0, 'America/Santiago'), 'America/Santiago')).toBe('2026-09-06T01:00:00');
});
